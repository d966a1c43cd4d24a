using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecureEsp.VirtualDevice.Tests.Http;

/// <summary>
/// An HTTP server that answers by path, as raw as a test needs it. Over TLS it asks for a client certificate, so that a test can see
/// whether there was one.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentBag<Stream> _streams = [];

    public LoopbackServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Heads of the requests, in the order of their arrival.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>For each handshake: the client's certificate, or null.</summary>
    public ConcurrentQueue<X509Certificate?> Clients { get; } = new();

    public ConcurrentQueue<SslProtocols> Protocols { get; } = new();

    public int Connections => _streams.Count;

    public string Uri(string path, string host = "server.test") => $"{(_certificate is null ? "http" : "https")}://{host}:{Port}{path}";

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var stream in _streams) stream.Dispose();
        _certificate?.Dispose();
    }

    private static string Answer(string path, string head, string body) => path switch
    {
        "/hello" => Page("200 OK", "Hello There!"),
        "/missing" => Page("404 Not Found", "nothing here"),
        "/echo" => Page("200 OK", head + body),
        "/part" => Page("206 Partial Content", "cde"),
        "/moved" => "HTTP/1.1 302 Found\r\nLocation: /hello\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n",
        "/chunked" => "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nHell\r\n8\r\no There!\r\n0\r\n\r\n",
        "/until-end" => "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nto the end",
        "/long-head" => $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n{string.Concat(Enumerable.Range(0, 5).Select(i => $"X-{i}: {new string('x', 1000)}\r\n"))}Rest: 1\r\n\r\n",
        "/bad-field" => "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nno colon\r\nRest: 1\r\n\r\n",
        "/bad-length" => "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: many\r\nRest: 1\r\n\r\n",
        "/bare-ends" => "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 20\n\nHello There!",
        _ when path.StartsWith("/line/", StringComparison.Ordinal) => LongLine(int.Parse(path[6..], System.Globalization.CultureInfo.InvariantCulture)),
        "/bad-chunk" => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "/nonsense" => "SSH-2.0-nonsense\r\n",
        _ => "",
    };

    private static string LongLine(int length) => $"HTTP/1.1 200 OK\r\nX: {new string('x', length - 3)}\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n";

    private static string Page(string status, string body) =>
        $"HTTP/1.1 {status}\r\nServer: loopback\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(new NetworkStream(await _listener.AcceptSocketAsync(), ownsSocket: true));
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The server was disposed.
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        _streams.Add(stream);
        try
        {
            if (_certificate is not null) stream = await AuthenticateAsync(stream);
            while (await ReadRequestAsync(stream) is var (head, body))
            {
                Requests.Enqueue(head);
                var path = head.Split(' ', '?')[1];
                var answer = Answer(path, head, body);
                if (answer.Length == 0) continue; // silence
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
                if (path is "/until-end" or "/nonsense" or "/long-head" or "/bad-field" or "/bad-length" or "/bare-ends") break;
            }
            await stream.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or AuthenticationException)
        {
            // The device went away or refused this server: its own report is what the test looks at.
        }
    }

    private async Task<Stream> AuthenticateAsync(Stream stream)
    {
        var secure = new SslStream(stream, false, (_, _, _, _) => true);
        _streams.Add(secure);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate, ClientCertificateRequired = true });
        Clients.Enqueue(secure.RemoteCertificate);
        Protocols.Enqueue(secure.SslProtocol);
        return secure;
    }

    private static async Task<(string Head, string Body)?> ReadRequestAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0) return null;
            head.Append((char)one[0]);
        }
        var field = head.ToString().Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        var body = new byte[field is null ? 0 : int.Parse(field["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return (head.ToString(), Encoding.UTF8.GetString(body));
    }
}
