using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>A PEM file of revocation lists, one or more, each signed by one of our authorities.</summary>
internal sealed class RevocationFile
{
    private const int SizeLimit = 16 * 1024 * 1024;
    private const string Hint = "make it again with 'pki revoke', or name another file with --crl";

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
        try
        {
            foreach (var der in Blocks(ReadText(path)))
            {
                file.Add(RevocationList.Read(der), authorities);
            }
        }
        catch (Exception e) when (e is AsnContentException or FormatException or CryptographicException)
        {
            throw new HarnessException($"{path} is not a usable revocation list: {Text.Printable(e.Message)}", Hint, inner: e);
        }

        return file._byIssuer.Count > 0 ? file : throw new HarnessException($"{path} holds no PEM revocation list (X509 CRL)", Hint);
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

    private void Add(RevocationList list, X509Certificate2Collection authorities)
    {
        var issuer = authorities.FirstOrDefault(a => MaySign(a)
                && a.SubjectName.RawData.AsSpan().SequenceEqual(list.Issuer.Span)
                && IsSignedBy(list, a))
            ?? throw new FormatException("a list in it is signed by none of the authorities that clients are trusted by");
        var key = KeyOf(issuer);
        if (!_byIssuer.TryGetValue(key, out var known) || known.ThisUpdate < list.ThisUpdate)
        {
            _byIssuer[key] = list;
        }
    }

    private static bool IsSignedBy(RevocationList list, X509Certificate2 authority)
    {
        using var key = IssuerKey.Of(authority);
        return list.Envelope.IsSignedBy(key);
    }

    // RFC 5280, 6.3.3 (f).
    private static bool MaySign(X509Certificate2 authority) =>
        authority.Extensions.OfType<X509KeyUsageExtension>().All(u => u.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign));

    // By name AND key: an authority that was made anew may keep its name.
    private static string KeyOf(X509Certificate2 issuer) => Convert.ToHexString(issuer.SubjectName.RawData) + issuer.GetPublicKeyString();

    private static string NameOf(X509Certificate2 issuer) => issuer.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    private static IEnumerable<byte[]> Blocks(string text)
    {
        var rest = text;
        while (PemEncoding.TryFind(rest, out var found))
        {
            if (rest[found.Label] != "X509 CRL")
            {
                throw new FormatException($"it holds a {rest[found.Label]}");
            }

            yield return Convert.FromBase64String(rest[found.Base64Data]);
            rest = rest[found.Location.End..];
        }

        if (rest.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            throw new FormatException("it is cut off");
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return new FileInfo(path).Length <= SizeLimit ? File.ReadAllText(path) : throw new FormatException("it is larger than 16 MiB");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new HarnessException($"revocation list {path} does not exist", Hint, ExitCode.Missing, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException(
                $"revocation list {path} cannot be read by user {Environment.UserName}: {e.Message}",
                "run as a user who may read it", ExitCode.Missing, e);
        }
    }
}
