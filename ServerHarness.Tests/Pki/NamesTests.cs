using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

public sealed class NamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PkiFolder _pki;

    public NamesTests() => _pki = PkiFolder.OpenOrCreate(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Host_names_become_dNSName_and_addresses_iPAddress()
    {
        var issued = _pki.IssueServer("Server.Test", "192.168.1.175", "*.example.test", "::1");
        var result = await Tool.Run("openssl", "x509", "-in", issued.CertificateFile, "-noout", "-ext", "subjectAltName");
        Assert.Contains("DNS:server.test, DNS:*.example.test, IP Address:192.168.1.175, IP Address:0:0:0:0:0:0:0:1", result.Output);
    }

    [TimedTheory]
    [InlineData("esp32-kitchen", "DNS:esp32-kitchen")]
    [InlineData("esp32_kitchen", "URI:urn:secureesp:device:esp32_kitchen")]
    [InlineData("a@b", "URI:urn:secureesp:device:a%40b")]
    public async Task A_device_has_its_id_as_common_name_and_as_alternative_name(string id, string alternative)
    {
        var issued = _pki.IssueDevice(id);
        var result = await Tool.Run("openssl", "x509", "-in", issued.CertificateFile, "-noout", "-subject", "-ext", "subjectAltName");
        Assert.Contains($"subject=CN = {id}\n", result.Output);
        Assert.Contains($"    {alternative}\n", result.Output);
        Assert.Equal([alternative], issued.Names);
    }

    [TimedFact]
    public async Task A_server_name_too_long_for_a_common_name_stands_in_the_alternative_names_alone()
    {
        var name = new string('a', 60) + ".example.test";
        var issued = _pki.IssueServer(name);
        var result = await Tool.Run("openssl", "x509", "-in", issued.CertificateFile, "-noout", "-subject", "-ext", "subjectAltName");
        Assert.Contains("subject=\n", result.Output);
        Assert.Contains($"X509v3 Subject Alternative Name: critical\n    DNS:{name}", result.Output);
    }

    [TimedTheory]
    [InlineData("", "is empty")]
    [InlineData("a/b", "'/' at position 2, which separates or matches topics in MQTT")]
    [InlineData("a+", "'+' at position 2")]
    [InlineData("#", "'#' at position 1")]
    [InlineData("a\nb", "control character U+000A at position 2")]
    [InlineData("a\0b", "control character U+0000 at position 2")]
    [InlineData("a b", "' ' at position 2")]
    [InlineData("..", "'.' at position 1")]
    [InlineData("-rf", "'-' at position 1")]
    [InlineData("$SYS", "'$' at position 1")]
    [InlineData("dev\u202e1", "'\\u202E' at position 4")]
    [InlineData("k\u00fcche", "at position 2")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x", "has 65 characters, more than the 64")]
    public async Task An_id_that_could_leave_its_topic_or_folder_is_refused(string id, string reason)
    {
        var device = Assert.Throws<HarnessException>(() => _pki.IssueDevice(id));
        Assert.Contains(reason, device.Message);
        Assert.Equal(ExitCode.Usage, device.ExitCode);
        Assert.Throws<HarnessException>(() => _pki.IssueOperator(id));
        Assert.False(Directory.Exists(_folder.File("devices")));
        await Task.CompletedTask;
    }

    [TimedTheory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("-a.test")]
    [InlineData("a..test")]
    [InlineData("1.2.3")]
    [InlineData("999.1.1.1")]
    [InlineData("*")]
    [InlineData("*.test.*")]
    [InlineData("../../etc")]
    [InlineData("fe80::1%eth0")]
    [InlineData("m\u00fcnchen.test")]
    [InlineData("a\ntest")]
    public async Task A_server_name_that_no_client_could_match_is_refused(string name)
    {
        var e = Assert.Throws<HarnessException>(() => _pki.IssueServer(name));
        Assert.Contains("neither a host name nor an IP address", e.Message);
        Assert.DoesNotContain("\n", e.Message);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task An_operator_cannot_take_a_devices_name_nor_a_device_an_operators()
    {
        _pki.IssueDevice("dev-1");
        _pki.IssueOperator("alice");
        Assert.Contains("already the name of a device", Assert.Throws<HarnessException>(() => _pki.IssueOperator("dev-1")).Message);
        Assert.Contains("already the name of an operator", Assert.Throws<HarnessException>(() => _pki.IssueDevice("alice")).Message);
        await Task.CompletedTask;
    }
}
