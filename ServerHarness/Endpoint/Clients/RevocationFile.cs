using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>A PEM file of revocation lists, one or more, each signed by one of our authorities.</summary>
internal sealed class RevocationFile
{
    private readonly Dictionary<string, RevocationList> _byIssuer = [];

    private RevocationFile()
    {
    }

    /// <summary>The first moment at which a list ends.</summary>
    public DateTimeOffset NextUpdate => _byIssuer.Values.Min(l => l.NextUpdate);

    /// <exception cref="HarnessException">It cannot be read, or one of its lists is not what it should be.</exception>
    public static RevocationFile Read(string path, X509Certificate2Collection authorities)
    {
        var file = new RevocationFile();
        foreach (var list in RevocationListFile.ReadAll(path))
        {
            var issuer = authorities.FirstOrDefault(list.IsSignedBy)
                ?? throw RevocationListFile.Unusable(path, "a list in it is signed by none of the authorities that clients are trusted by");
            file.Add(list, issuer);
        }

        return file;
    }

    /// <summary>Why a certificate does not count, or null if it does.</summary>
    /// <param name="issuer">Who has issued it: verified by the caller.</param>
    public string? Refusal(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset now)
    {
        if (!_byIssuer.TryGetValue(KeyOf(issuer), out var list))
        {
            return $"there is no revocation list of {NameOf(issuer)}";
        }

        // Clocks differ a little, but a list from tomorrow or of last month proves nothing (RFC 5280, 6.3.3).
        return list switch
        {
            _ when list.Revokes(certificate.SerialNumberBytes.Span) => $"revoked by {NameOf(issuer)}",
            _ when now >= list.NextUpdate => $"the revocation list of {NameOf(issuer)} ended at {list.NextUpdate:u}",
            _ when now < list.ThisUpdate => $"the revocation list of {NameOf(issuer)} begins only at {list.ThisUpdate:u}",
            _ => null,
        };
    }

    private void Add(RevocationList list, X509Certificate2 issuer)
    {
        var key = KeyOf(issuer);
        if (!_byIssuer.TryGetValue(key, out var known) || known.ThisUpdate < list.ThisUpdate)
        {
            _byIssuer[key] = list;
        }
    }

    // By name AND key: an authority that was made anew may keep its name.
    private static string KeyOf(X509Certificate2 issuer) => Convert.ToHexString(issuer.SubjectName.RawData) + issuer.GetPublicKeyString();

    private static string NameOf(X509Certificate2 issuer) => issuer.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
}
