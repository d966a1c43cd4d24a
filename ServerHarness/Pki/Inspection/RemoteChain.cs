using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>Asks a server for its certificates, as <c>openssl s_client -showcerts</c> does. Nothing is trusted for it.</summary>
internal static class RemoteChain
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);

    /// <exception cref="HarnessException">It cannot be reached, or no certificate came within 15 seconds.</exception>
    public static async Task<ShownChain> FetchAsync(string host, int port, string serverName, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_limit);
        var shown = new X509Certificate2Collection();
        string? protocol = null;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsClientAsync(Options(serverName, shown), limit.Token);
            protocol = $"TLSv1.{(stream.SslProtocol == SslProtocols.Tls13 ? 3 : 2)} {stream.NegotiatedCipherSuite}";
        }
        catch (Exception e) when (shown.Count > 0 && e is AuthenticationException or IOException)
        {
            // A server of TLS 1.3 that wants a certificate of ours has shown its own before it refuses.
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            throw Unreachable(host, port, e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable(host, port, $"no certificate within {s_limit.TotalSeconds} seconds", e);
        }

        return shown.Count > 0
            ? new($"{host}:{port}", shown, null, protocol)
            : throw Unreachable(host, port, "it sent no certificate", null);
    }

    private static SslClientAuthenticationOptions Options(string serverName, X509Certificate2Collection shown) => new()
    {
        TargetHost = serverName,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateChainPolicy = new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
        RemoteCertificateValidationCallback = (_, leaf, chain, _) =>
        {
            X509Certificate2[] sent = [(X509Certificate2)leaf!, .. chain?.ChainPolicy.ExtraStore ?? []];
            foreach (var certificate in sent.DistinctBy(c => c.Thumbprint))
            {
                shown.Add(X509CertificateLoader.LoadCertificate(certificate.RawData));
            }

            return true;
        },
    };

    private static HarnessException Unreachable(string host, int port, string reason, Exception? inner) => new(
        $"no certificate from {host}:{port}: {reason}", "check the name and the port, and that it speaks TLS 1.3, or TLS 1.2 without requiring a client certificate", ExitCode.Missing, inner);
}
