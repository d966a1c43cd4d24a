using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecureEsp.WebBench;

/// <summary>One TLS connection to a device, over which request follows request.</summary>
public sealed class KeptConnection : IDisposable
{
    private readonly SslStream _stream;
    private readonly byte[] _buffer = new byte[65536];
    private int _end;

    private KeptConnection(SslStream stream) => _stream = stream;

    /// <param name="operatorCertificate">What is shown, with its key; null for nothing.</param>
    public static async Task<KeptConnection> OpenAsync(IPEndPoint device, X509Certificate2? operatorCertificate, CancellationToken limit)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(device, limit);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "esp.test", RemoteCertificateValidationCallback = static (_, _, _, _) => true,
            ClientCertificates = operatorCertificate is null ? null : [operatorCertificate],
        };
        await stream.AuthenticateAsClientAsync(options, limit);
        return new(stream);
    }

    /// <summary>Sends a request and hears its answer.</summary>
    /// <returns>The head, and the length of the body.</returns>
    public async Task<(string Head, int Body)> AskAsync(byte[] request, CancellationToken limit)
    {
        await _stream.WriteAsync(request, limit);
        _end = 0;
        int bodyStart;
        while ((bodyStart = _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8)) < 0) await MoreAsync(limit);
        var head = Encoding.ASCII.GetString(_buffer, 0, bodyStart);
        var length = int.Parse(head.Split('\n').First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1]);
        while (_end < bodyStart + 4 + length) await MoreAsync(limit);
        return (head, length);
    }

    public void Dispose() => _stream.Dispose();

    private async Task MoreAsync(CancellationToken limit)
    {
        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), limit);
        _end += read > 0 ? read : throw new IOException("the device has closed the connection");
    }
}
