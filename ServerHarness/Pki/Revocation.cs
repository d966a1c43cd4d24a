using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>What a request to revoke has done.</summary>
/// <param name="Kind">server, device or operator.</param>
/// <param name="Name">Its id or first name.</param>
/// <param name="SerialNumbers">Serial numbers that are revoked from now on; empty if all were already.</param>
/// <param name="List">The revocation list that servers must now load.</param>
public sealed record Revocation(string Kind, string Name, IReadOnlyList<string> SerialNumbers, string List)
{
    /// <summary>The reasons that may be given, by their names in RFC 5280, 5.3.1.</summary>
    public static IReadOnlyDictionary<string, X509RevocationReason> Reasons { get; } = new Dictionary<string, X509RevocationReason>
    {
        ["unspecified"] = X509RevocationReason.Unspecified,
        ["keyCompromise"] = X509RevocationReason.KeyCompromise,
        ["affiliationChanged"] = X509RevocationReason.AffiliationChanged,
        ["superseded"] = X509RevocationReason.Superseded,
        ["cessationOfOperation"] = X509RevocationReason.CessationOfOperation,
    };
}
