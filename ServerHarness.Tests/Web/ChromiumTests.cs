using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>A real browser, the operator's PKCS #12 imported: what it shows, and what the device says.</summary>
public sealed partial class ChromiumTests(WebFixture web) : IClassFixture<WebFixture>
{
    private string Root => web.Pki.Layout.Authority("root").Certificate;

    [BrowserFact]
    public async Task An_operator_sees_the_page_and_its_script_runs()
    {
        var from = web.Console.Position;
        var result = await Browser.Load(Folder(), web.Address, Root, WebFixture.Name, web.Shown("right"));
        // Each from the device, by a call.
        foreach (var shown in new[] { "<title>dev-1</title>", "<td>fw_version</td>", "name=\"device.id\"", "[web] HTTP server started on [443] (SSL)" })
            Assert.Contains(shown, result.Output, StringComparison.Ordinal);
        await web.Says("[web] GET / 200 ", from);
        await web.Says("[web] GET /page.css 200 ", from);
        await web.Says("[web] GET /page.js 200 ", from);
        await web.Says("[web] POST /rpc/Sys.GetInfo ", from);
    }

    [BrowserTheory]
    [InlineData("none", "client has no certificate")]
    [InlineData("expired", "client has no certificate")] // the browser itself keeps back what has expired
    [InlineData("another CA's", "client certificate refused: the certificate is not signed by the operators' CA")]
    [InlineData("SHA-1", "client certificate refused: the certificate is signed with an unacceptable hash")]
    public async Task Who_is_no_operator_sees_nothing(string shown, string said)
    {
        var from = web.Console.Position;
        var result = await Browser.Load(Folder(), web.Address, Root, WebFixture.Name, web.Shown(shown));
        await web.Says("[web] handshake failed: " + said, from);
        Assert.DoesNotContain("SecureEsp</title>", result.Output);
        // Which of them depends on how far it had come when the device closed.
        Assert.True(TlsEnded().IsMatch(result.Error), result.All);
    }

    [BrowserTheory]
    [InlineData("esp.test", false, "net::ERR_CERT_AUTHORITY_INVALID")]
    [InlineData("other.test", true, "net::ERR_CERT_COMMON_NAME_INVALID")]
    public async Task The_browser_refuses_what_it_does_not_know(string name, bool knowsCa, string said)
    {
        var from = web.Console.Position;
        var result = await Browser.Load(Folder(), web.Address, knowsCa ? Root : null, name, web.Shown("right"));
        Assert.Contains(said, result.Error);
        Assert.DoesNotContain("SecureEsp</title>", result.Output);
        await web.Says("[web] handshake failed: SSL_FATAL_ALERT_MESSAGE (-0x7780): the other side refused us with a fatal alert", from);
    }

    [GeneratedRegex("net::ERR_(EMPTY_RESPONSE|CONNECTION_CLOSED|CONNECTION_RESET|SOCKET_NOT_CONNECTED|SSL_PROTOCOL_ERROR|BAD_SSL_CLIENT_AUTH_CERT)")]
    private static partial Regex TlsEnded();

    private string Folder() => Directory.CreateDirectory(web.File(Guid.NewGuid().ToString("n"))).FullName;
}
