using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>Connections to a device's own network that stay open, and how many sockets the device has held meanwhile.</summary>
internal sealed class CallsAtOnce(AccessPointBench bench, X509Certificate2 operatorCertificate) : IDisposable
{
    private readonly List<IDisposable> _open = [];

    /// <summary>Most sockets that the device was seen to hold.</summary>
    public int Most { get; private set; }

    /// <summary>Connects and does the handshake.</summary>
    public async Task OpenAsync(int port)
    {
        var stream = new SslStream(await ConnectAsync(port), false, (_, _, _, _) => true);
        _open.Add(stream);
        using var limit = new CancellationTokenSource(AccessPointBench.Limit);
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = AccessPointBench.Name, ClientCertificates = [operatorCertificate] }, limit.Token);
        Count();
    }

    /// <summary>Connects and says nothing.</summary>
    public async Task KnockAsync(int port)
    {
        await ConnectAsync(port);
        Count();
    }

    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
    }

    private async Task<NetworkStream> ConnectAsync(int port)
    {
        var client = new TcpClient();
        _open.Add(client);
        using var limit = new CancellationTokenSource(AccessPointBench.Limit);
        await client.ConnectAsync(bench.Station.Reach(port), limit.Token);
        Count();
        return client.GetStream();
    }

    private void Count() => Most = Math.Max(Most, bench.Life.Resources.Sockets);
}
