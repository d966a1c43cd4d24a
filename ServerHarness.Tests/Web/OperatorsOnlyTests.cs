using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>
/// Real clients against a device that takes operators only: what the client says, what the device says, and that not one byte of a
/// response leaves where the client is refused.
/// </summary>
public sealed class OperatorsOnlyTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Device = "[web] handshake failed: ";
    private const string Foreign = "client certificate refused: the certificate is not signed by the operators' CA";

    // The board tells a refused client why by an alert; the VirtualDevice can only hang up.
    private const string HungUp = @"curl: \((35|52|56)\)|unexpected eof while reading|Connection reset|Peer has closed the GnuTLS connection|Broken pipe|Fatal error";

    public static TheoryData<string, string, string> Refused()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var program in new[] { "curl", "openssl", "gnutls" })
        {
            rows.Add(program, "none", "client has no certificate");
            rows.Add(program, "another CA's", Foreign);
            rows.Add(program, "expired", "client certificate refused: the certificate, or one above it, has expired");
            rows.Add(program, "SHA-1", "client certificate refused: the certificate is signed with an unacceptable hash");
            rows.Add(program, "a device's", Foreign);
            rows.Add(program, "a server's", Foreign);
        }

        return rows;
    }

    [TimedTheory]
    [MemberData(nameof(Refused))]
    public async Task A_client_without_an_operators_certificate_gets_nothing(string program, string shown, string said)
    {
        var from = web.Console.Position;
        var result = await Clients.Ask(program, web.Address, web.Ca, WebFixture.Name, web.Shown(shown));
        await web.Says(Device + said, from);
        Assert.Matches(HungUp, result.All);
        Assert.DoesNotContain("HTTP/1.1", result.All);
        Assert.DoesNotContain("<html", result.All);
        Assert.DoesNotContain("[web] connected", web.Console.Output[(int)from..]);
    }

    [TimedTheory]
    [InlineData("curl", "")]
    [InlineData("openssl", "HTTP/1.1 200 OK")]
    [InlineData("gnutls", "HTTP/1.1 200 OK")]
    public async Task An_operator_gets_the_page(string program, string head)
    {
        var from = web.Console.Position;
        var result = await Clients.Ask(program, web.Address, web.Ca, WebFixture.Name, web.Shown("right"));
        Assert.Contains(head, result.Output);
        Assert.Contains("<title>SecureEsp</title>", result.Output);
        await web.Says("[web] GET / 200 ", from);
        Assert.Equal(0, result.ExitCode);
    }

    [TimedTheory]
    [InlineData("curl", "esp.test", false, @"curl: \(60\) .*unable to get local issuer certificate")]
    [InlineData("openssl", "esp.test", false, "unable to get local issuer certificate")]
    [InlineData("gnutls", "esp.test", false, "The certificate issuer is unknown")]
    [InlineData("curl", "other.test", true, @"curl: \(60\) .*no alternative certificate subject name matches target host name 'other.test'")]
    [InlineData("openssl", "other.test", true, "hostname mismatch")]
    [InlineData("gnutls", "other.test", true, "The name in the certificate does not match the expected")]
    public async Task A_client_refuses_what_it_does_not_know(string program, string name, bool knowsCa, string said)
    {
        var from = web.Console.Position;
        var result = await Clients.Ask(program, web.Address, knowsCa ? web.Ca : null, name, web.Shown("right"));
        Assert.NotEqual(0, result.ExitCode);
        Assert.Matches(new Regex(said, RegexOptions.Singleline), result.All);

        // curl looks at the name when the handshake is done, and then goes without a request.
        var finishes = program == "curl" && knowsCa;
        await web.Says(finishes ? "[web] connected" : Device + "SSL_FATAL_ALERT_MESSAGE (-0x7780): the other side refused us with a fatal alert", from);
        Assert.DoesNotContain("[web] GET", web.Console.Output[(int)from..]);
    }

    [Fact]
    public void The_device_says_where_it_listens() => Assert.Contains("[web] HTTP server started on [443] (SSL)\r\n", web.Console.Output);
}
