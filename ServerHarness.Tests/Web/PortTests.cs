using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary><c>http.listen_addr</c>.</summary>
public sealed class PortTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task The_server_listens_on_the_port_of_the_settings_alone()
    {
        await using var bench = await Booted("8443");
        await bench.Console.WaitForAsync("[web] HTTP server started on [8443] (SSL)", Bench.Limit);
        var ports = bench.Device!.Board.Radio.Ports;
        var page = await Clients.Ask("curl", await ports.WaitForListenerAsync(8443, Bench.Limit), pki.Pki.Layout.CaChain, PkiFixture.ServerName, pki.Operator);
        Assert.Contains("<title>SecureEsp</title>", page.Output);
        Assert.Null(ports.FindListener(443));
    }

    [TimedFact]
    public async Task Without_a_port_there_is_no_server()
    {
        await using var bench = await Booted("");
        await bench.Console.WaitForAsync("[run] ready", Bench.Limit);
        Assert.DoesNotContain("[web]", bench.Console.Output);
        Assert.Null(bench.Device!.Board.Radio.Ports.FindListener(443));
    }

    private async Task<Bench> Booted(string port)
    {
        var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile().WithWeb(pki.Pki, PkiFixture.ServerName).With(("http.listen_addr", port)));
        return bench;
    }
}
