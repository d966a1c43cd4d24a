using SecureEsp.ServerHarness.Devices;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>The same over TLS 1.2, which older firmware images need: there the refusal comes before the handshake is done.</summary>
public sealed class Tls12Tests(Tls12Tests.Fixture web) : IClassFixture<Tls12Tests.Fixture>
{
    [TimedTheory]
    [InlineData("none", "client has no certificate")]
    [InlineData("another CA's", "client certificate refused: the certificate is not signed by the operators' CA")]
    [InlineData("expired", "client certificate refused: the certificate, or one above it, has expired")]
    [InlineData("SHA-1", "client certificate refused: the certificate is signed with an unacceptable hash")]
    public async Task A_client_without_an_operators_certificate_gets_nothing(string shown, string said)
    {
        var from = web.Console.Position;
        var result = await Clients.Ask("curl", web.Address, web.Ca, WebFixture.Name, web.Shown(shown));
        await web.Says("[web] handshake failed: " + said, from);
        Assert.Matches(@"curl: \((35|52|56)\)", result.Error);
        Assert.Empty(result.Output);
    }

    [TimedFact]
    public async Task An_operator_gets_the_page_over_TLS_1_2()
    {
        var result = await Clients.Curl(web.Address, web.Ca, WebFixture.Name, web.Shown("right"), "-v", "/");
        Assert.Contains("TLSv1.2", result.Error);
        Assert.Contains("<title>SecureEsp</title>", result.Output);
    }

    public sealed class Fixture : WebFixture
    {
        protected override BoardProfile Profile() => base.Profile().With(("tls.version", "1.2"));
    }
}
