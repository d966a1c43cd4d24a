using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>The certificates that a file holds or a server sends, in their order.</summary>
/// <param name="Origin">The file, or the server as host:port.</param>
/// <param name="Certificates">At least one; the first is who the others speak for.</param>
/// <param name="Content">The file's bytes; null for a server.</param>
/// <param name="Protocol">The TLS version and cipher suite of a server, where the handshake went that far.</param>
public sealed record ShownChain(string Origin, X509Certificate2Collection Certificates, byte[]? Content, string? Protocol)
{
    /// <summary>The first certificate.</summary>
    public X509Certificate2 First => Certificates[0];

    /// <summary>Reads a file, or asks a server.</summary>
    /// <param name="source">A file that exists, else HOST:PORT.</param>
    /// <param name="serverName">The name to ask a server for; null takes its host.</param>
    /// <exception cref="HarnessException">It is neither, or no certificate came.</exception>
    public static async Task<ShownChain> OfAsync(string source, string? serverName, CancellationToken cancellation)
    {
        if (File.Exists(source))
        {
            return OfFile(source);
        }

        if (TryHost(source, out var host, out var port))
        {
            return await RemoteChain.FetchAsync(host, port, serverName ?? host, cancellation);
        }

        throw new HarnessException(
            $"there is no file {Text.Printable(source)}", "name a certificate's file, or a server as HOST:PORT", ExitCode.Missing);
    }

    /// <summary>Reads a PEM or DER file.</summary>
    /// <exception cref="HarnessException">It cannot be read, or holds no certificate.</exception>
    public static ShownChain OfFile(string path)
    {
        var content = ReadBytes(path);
        return new(path, Encoding.Latin1.GetString(content).Contains("-----BEGIN") ? CertificateFile.ReadAll(path) : OfDer(path, content), content, null);
    }

    /// <summary>Takes host:port or [address]:port apart.</summary>
    internal static bool TryHost(string text, out string host, out int port, int? defaultPort = null)
    {
        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && (text[..colon].IndexOf(':') < 0 || text[colon - 1] == ']');
        host = (hasPort ? text[..colon] : text).Trim('[', ']');
        port = defaultPort ?? 0;
        var known = hasPort
            ? int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535
            : defaultPort is not null;
        return known && Uri.CheckHostName(host) != UriHostNameType.Unknown;
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"{path} cannot be read: {e.Message}", "run as the file's owner", ExitCode.Missing, e);
        }
    }

    private static X509Certificate2Collection OfDer(string path, byte[] content)
    {
        try
        {
            return [X509CertificateLoader.LoadCertificate(content)];
        }
        catch (CryptographicException e)
        {
            throw new HarnessException($"{path} holds no certificate: {e.Message}", "name a PEM or DER certificate", inner: e);
        }
    }
}
