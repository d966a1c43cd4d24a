namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>What a certificate that was presented, or the lack of one, says of a client.</summary>
/// <param name="CommonName">The verified common name; null where no certificate was verified.</param>
/// <param name="Refusal">Why a certificate that was presented is not accepted; null where none was, or it is.</param>
internal sealed record ClientIdentity(string? CommonName, string? Refusal)
{
    /// <summary>Nobody has shown anything.</summary>
    public static ClientIdentity Anonymous { get; } = new(null, null);

    /// <summary>Whether a certificate was presented and verified.</summary>
    public bool Verified => CommonName is not null;

    /// <summary>The serial number of a verified certificate, upper-case hexadecimal.</summary>
    public string? Serial { get; init; }

    /// <summary>Until when the decision holds; then, or with other authorities or revocation lists, it must be made anew.</summary>
    public DateTimeOffset Until { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>A certificate that does not count.</summary>
    public static ClientIdentity Refused(string reason) => new(null, Text.Printable(reason));
}
