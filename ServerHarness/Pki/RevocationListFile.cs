using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>PEM files of revocation lists.</summary>
public static class RevocationListFile
{
    private const int SizeLimit = 16 * 1024 * 1024;
    private const string Label = "X509 CRL";
    private const string Hint = "make it again with 'pki crl', or name another file";

    /// <summary>Every list of a file, in its order.</summary>
    /// <exception cref="HarnessException">It is missing, cannot be read, holds something else, or one of its lists is not understood.</exception>
    public static IReadOnlyList<RevocationList> ReadAll(string path)
    {
        try
        {
            var lists = Blocks(ReadText(path)).Select(der => RevocationList.Read(der)).ToList();
            return lists.Count > 0 ? lists : throw new HarnessException($"{path} holds no PEM revocation list ({Label})", Hint);
        }
        catch (Exception e) when (e is AsnContentException or FormatException or CryptographicException)
        {
            throw Unusable(path, e.Message, e);
        }
    }

    internal static string Pem(RevocationList list) => PemEncoding.WriteString(Label, list.RawData.Span) + "\n";

    internal static HarnessException Unusable(string path, string why, Exception? inner = null) =>
        new($"{path} is not a usable revocation list: {Text.Printable(why)}", Hint, inner: inner);

    private static IEnumerable<byte[]> Blocks(string text)
    {
        var rest = text;
        while (PemEncoding.TryFind(rest, out var found))
        {
            if (rest[found.Label] != Label)
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
