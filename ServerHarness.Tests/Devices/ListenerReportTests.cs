using System.Net;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Devices;

/// <summary>Where a device's ports are on this machine, as <c>device run</c> tells it.</summary>
public sealed class ListenerReportTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const int Port = 9443;

    [TimedFact]
    public async Task A_port_is_told_once_and_again_where_it_is_elsewhere()
    {
        await using var bench = await Bench.StartAsync(pki);
        var profile = bench.Profile().WithWeb(pki.Pki, PkiFixture.ServerName).With(("http.listen_addr", $"{Port}"));
        var board = profile.Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        var told = new List<string>();
        _ = new ListenerReport(board.Radio.Ports, (port, host) => told.Add($"{port} {host}"));

        board.Radio.HostAddress = IPAddress.Parse("127.213.7.1");
        bench.PowerUp(board);
        await board.Radio.Ports.WaitForListenerAsync(Port, Bench.Limit);
        bench.Device!.PowerOff();
        bench.Device.PowerOn();
        await board.Radio.Ports.WaitForListenerAsync(Port, Bench.Limit);
        Assert.Equal(["9443 127.213.7.1:9443"], told);

        bench.Device.PowerOff();
        board.Radio.HostAddress = IPAddress.Parse("127.213.7.2");
        bench.Device.PowerOn();
        await board.Radio.Ports.WaitForListenerAsync(Port, Bench.Limit);
        Assert.Equal(["9443 127.213.7.1:9443", "9443 127.213.7.2:9443"], told);
    }
}
