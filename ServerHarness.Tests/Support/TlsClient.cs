using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>One TLS connection that verifies the server against the root alone, as a device does.</summary>
public sealed class TlsClient : IAsyncDisposable
{
    private readonly SslStream _stream;

    private TlsClient(SslStream stream) => _stream = stream;

    public SslStream Stream => _stream;

    /// <param name="shown">The certificate file (leaf, then what follows it) and key to present; null presents none.</param>
    public static async Task<TlsClient> Connect(
        int port, string root, KeyPairFiles? shown = null, SslProtocols protocols = SslProtocols.Tls13, params SslApplicationProtocol[] offered)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = PkiFixture.ServerName,
                EnabledSslProtocols = protocols,
                ApplicationProtocols = [.. offered],
                CertificateChainPolicy = CertificateChain.Policy(CertificateFile.ReadAll(root), Purposes.ServerAuthentication),
                ClientCertificateContext = shown is null ? null : Context(shown),
            });
            return new(stream);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public async Task Send(string text) => await _stream.WriteAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>Everything until the server closes.</summary>
    public async Task<string> ReadToEnd()
    {
        using var reader = new StreamReader(_stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Everything up to and including some text; the connection stays.</summary>
    public async Task<string> ReadUntil(string end)
    {
        var read = new StringBuilder();
        var one = new byte[1];
        while (!read.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            await _stream.ReadExactlyAsync(one);
            read.Append((char)one[0]);
        }

        return read.ToString();
    }

    /// <summary>One request on a connection of its own.</summary>
    public static async Task<HttpAnswer> Request(int port, string root, KeyPairFiles? shown = null, string request = "GET /")
    {
        await using var client = await Connect(port, root, shown);
        await client.Send($"{request} HTTP/1.1\r\nHost: {PkiFixture.ServerName}\r\nConnection: close\r\n\r\n");
        return HttpAnswer.Parse(await client.ReadToEnd());
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static SslStreamCertificateContext Context(KeyPairFiles files)
    {
        var chain = CertificateFile.ReadAll(files.Certificate);
        chain.RemoveAt(0);
        return SslStreamCertificateContext.Create(CertificateFile.ReadWithKey(files.Certificate, files.Key), chain, offline: true);
    }
}
