using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>Whom a device with a server of its own trusts: operators to come in, and servers, by a file, to be called.</summary>
public sealed class TrustTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const string NotStarted = "[web] HTTP server not started: ";

    [TimedFact]
    public async Task It_still_gets_its_page_and_talks_to_its_broker()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile().WithWeb(pki.Pki, PkiFixture.ServerName));
        await bench.Console.WaitForAsync("[web] HTTP server started on [443] (SSL)", Bench.Limit);
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
        await bench.Console.WaitForAsync("[run] ready", Bench.Limit);
        var address = await bench.Device!.Board.Radio.Ports.WaitForListenerAsync(443, Bench.Limit);
        var page = await Clients.Ask("curl", address, pki.Pki.Layout.CaChain, PkiFixture.ServerName, pki.Operator);
        Assert.Contains("<title>SecureEsp</title>", page.Output);
    }

    [TimedFact]
    public async Task A_server_of_another_CA_is_refused_all_the_same()
    {
        await using var bench = await Bench.StartAsync(pki, pki.Other.Layout.Server(PkiFixture.ServerName));
        await bench.PowerUpAndJoin(bench.Profile().WithWeb(pki.Pki, PkiFixture.ServerName));
        await bench.Console.WaitForAsync("[https] failed: the server's certificate does not chain to a CA that this device trusts", Bench.Limit);
    }

    [TimedFact]
    public async Task A_servers_CA_that_is_not_there_is_not_called_a_device_certificate()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile().With(("tls.ca", @"I:\missing.crt")));
        await bench.Console.WaitForAsync(@"[https] failed: there is no I:\missing.crt [server CA]. Put it there", Bench.Limit);
    }

    [TimedTheory]
    [InlineData("more than the operators' CA in the store", "the certificate store trusts others than I:\\ca.crt")]
    [InlineData("another CA in the store", "the certificate store trusts others than I:\\ca.crt")]
    [InlineData("an empty store", "the certificate store has no CA bundle that ends in a NUL byte")]
    [InlineData("a bundle without the NUL", "the certificate store has no CA bundle that ends in a NUL byte")]
    [InlineData("no operators' CA", "there is no certificate in I:\\ca.crt")]
    [InlineData("no certificate of its own", "this device has no certificate of its own for it")]
    [InlineData("a certificate that is not there", "there is no I:\\server.crt [server certificate]. Put it there")]
    [InlineData("a key that is none", "")]
    public async Task It_does_not_open_the_port_where_others_than_operators_could_come_in_or_it_has_nothing_to_show(string flaw, string said)
    {
        await using var bench = await Bench.StartAsync(pki);
        var profile = bench.Profile().WithWeb(pki.Pki, PkiFixture.ServerName);
        if (flaw == "no certificate of its own") profile = profile with { Settings = profile.Settings.Where(s => !s.Key.StartsWith("http.ssl_", StringComparison.Ordinal)).ToDictionary() };
        var board = profile.Create();
        Spoil(board, flaw);
        bench.PowerUp(board);
        await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit);
        bench.Console.Type($"{profile.Ssid} {profile.Password}\r");
        await bench.Console.WaitForAsync(NotStarted + said, Bench.Limit);
        await bench.Console.WaitForAsync("[boot] time -> probe", Bench.Limit);
        Assert.Null(board.Radio.Ports.FindListener(443));
        Assert.DoesNotContain("HTTP server started", bench.Console.Output);
    }

    private void Spoil(VirtualBoard board, string flaw)
    {
        var operators = File.ReadAllText(pki.Pki.Layout.OperatorCa);
        switch (flaw)
        {
            case "more than the operators' CA in the store":
                board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(operators, File.ReadAllText(pki.Pki.Layout.CaChain)));
                break;
            case "another CA in the store":
                board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(File.ReadAllText(pki.Other.Layout.OperatorCa)));
                break;
            case "an empty store":
                board.Certificates.ProvisionCaBundle([]);
                break;
            case "a bundle without the NUL":
                board.Certificates.ProvisionCaBundle(System.Text.Encoding.ASCII.GetBytes(operators));
                break;
            case "no operators' CA":
                board.Flash.Write(@"I:\ca.crt", "nothing"u8);
                break;
            case "a certificate that is not there":
                board.Flash.Delete(@"I:\server.crt");
                break;
            case "a key that is none":
                board.Flash.Write(@"I:\server.key", "nothing"u8);
                break;
        }
    }
}
