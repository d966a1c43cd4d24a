using SecureEsp.ServerHarness.Devices;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>Without <c>http.ssl_ca_cert</c>: callers verify the device, and the device nobody.</summary>
public sealed class AnybodyTests(AnybodyTests.Fixture web) : IClassFixture<AnybodyTests.Fixture>
{
    [TimedTheory]
    [InlineData("esp.test", false, @"curl: \(60\) .*unable to get local issuer certificate")]
    [InlineData("other.test", true, @"curl: \(60\) .*no alternative certificate subject name matches")]
    public async Task A_client_refuses_what_it_does_not_know(string name, bool knowsCa, string said)
    {
        var result = await Clients.Curl(web.Address, knowsCa ? web.Ca : null, name, null);
        Assert.Matches(said, result.Error);
        Assert.Empty(result.Output);
    }

    [TimedTheory]
    [InlineData("curl")]
    [InlineData("openssl")]
    [InlineData("gnutls")]
    public async Task Who_trusts_the_CA_gets_the_page(string program)
    {
        var result = await Clients.Ask(program, web.Address, web.Ca, WebFixture.Name, null);
        Assert.Contains("<title>SecureEsp</title>", result.Output);
    }

    [TimedFact]
    public async Task Nobody_is_an_operator()
    {
        var result = await Clients.Curl(web.Address, web.Ca, WebFixture.Name, web.Shown("right"), "-w", "%{http_code}", "/log");
        Assert.EndsWith("403\n", result.Output);
    }

    [TimedTheory]
    [InlineData("/rpc/Sys.Reboot")]
    [InlineData("/rpc")]
    public async Task Nobody_calls(string path)
    {
        var result = await Clients.Curl(web.Address, web.Ca, WebFixture.Name, web.Shown("right"), "-w", "%{http_code}", "--data-binary", "{\"id\":1,\"method\":\"Sys.Reboot\"}", path);
        Assert.Equal("{\"code\":403,\"message\":\"calls need an operator's certificate\"}\n403\n", result.Output);
        Assert.DoesNotContain("[rpc] Sys.Reboot", web.Console.Output);
    }

    [TimedTheory]
    [InlineData("server.key", "404")]
    [InlineData("SERVER.PEM", "404")]
    [InlineData("named.bin", "404")]
    [InlineData("other.bin", "200")]
    public async Task What_calls_do_not_give_away_is_not_served_either(string name, string status)
    {
        web.Device.Board.Flash.Write($@"I:\www\{name}", "x"u8);
        var result = await Clients.Curl(web.Address, web.Ca, WebFixture.Name, null, "-o", "/dev/null", "-w", "%{http_code}", $"/{name}");
        Assert.EndsWith(status, result.Output.TrimEnd('\n'));
    }

    public sealed class Fixture : WebFixture
    {
        protected override BoardProfile Profile() => base.Profile().With(("http.ssl_ca_cert", ""), ("tls.key", @"I:\www\named.bin"));
    }
}
