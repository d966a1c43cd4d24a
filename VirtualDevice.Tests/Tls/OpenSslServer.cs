using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>openssl s_server on a free port, which verifies its clients and, unlike the desktop's SslStream, tells them why it refuses them.</summary>
internal sealed partial class OpenSslServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s_server-");
    private readonly Process _process;

    public OpenSslServer(Issuer server, Issuer clientRoot, string version)
    {
        File.WriteAllText(Path("server.pem"), server.Pem + "\n" + server.KeyPem);
        File.WriteAllText(Path("clients.pem"), clientRoot.Pem);
        _process = Process.Start(new ProcessStartInfo("openssl",
            ["s_server", "-accept", "127.0.0.1:0", version, "-cert", Path("server.pem"), "-CAfile", Path("clients.pem"), "-Verify", "3", "-verify_return_error"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (Accepting().Match(line) is not { Success: true } match) continue;
            Address = new IPEndPoint(IPAddress.Loopback, int.Parse(match.Groups[1].Value));
            return;
        }
        throw new InvalidOperationException("openssl s_server does not start");
    }

    public IPEndPoint Address { get; } = null!;

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Address);
        return socket;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    [GeneratedRegex(@"ACCEPT .*:(\d+)$")]
    private static partial Regex Accepting();
}
