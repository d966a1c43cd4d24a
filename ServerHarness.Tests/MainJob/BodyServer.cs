using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>An HTTPS server whose answers are as long as the path says, in bytes.</summary>
internal sealed class BodyServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _own;
    private readonly Task _serving;

    public BodyServer(KeyPairFiles identity)
    {
        _own = CertificateFile.ReadWithKey(identity.Certificate, identity.Key);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _listener.Stop();
        _own.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) await AnswerAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was disposed.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await stream.AuthenticateAsServerAsync(_own, clientCertificateRequired: false, SslProtocols.Tls13, checkCertificateRevocation: false);
        var asked = new byte[4096];
        var heard = 0;
        while (!asked.AsSpan(0, heard).EndsWith("\r\n\r\n"u8)) heard += await stream.ReadAsync(asked.AsMemory(heard));
        var length = int.Parse(Encoding.ASCII.GetString(asked).Split(' ')[1].Trim('/'));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"));
        var part = new byte[64 * 1024];
        Array.Fill(part, (byte)'x');
        for (var left = length; left > 0; left -= Math.Min(left, part.Length)) await stream.WriteAsync(part.AsMemory(0, Math.Min(left, part.Length)));
        await stream.ShutdownAsync();
    }
}
