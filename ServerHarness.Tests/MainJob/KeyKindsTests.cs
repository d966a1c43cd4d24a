using System.Net;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Runtime;
using Firmware = SecureEsp.ServerHarness.Devices.Firmware;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>Every kind of key that a PKI may be made with, before the three TLS libraries that will meet it: OpenSSL, GnuTLS and the board's.</summary>
public sealed class KeyKindsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => [.. KeyAlgorithm.All.Select(a => a.Name)];

    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_PKI_of_this_kind_is_accepted_by_openssl_gnutls_and_the_firmware(string kind)
    {
        var pki = Make(KeyAlgorithm.All.Single(a => a.Name == kind));
        var (server, device) = (pki.Layout.Server(PkiFixture.ServerName), pki.Layout.Device("dev-1"));
        await Verified(pki, server, "sslserver");
        await Verified(pki, device, "sslclient");
        await using var endpoint = await EndpointServer.StartAsync(EndpointOptions.For(pki, PkiFixture.ServerName));
        await Answered("openssl",
            "s_client", "-ign_eof", "-connect", $"127.0.0.1:{endpoint.HttpsPort}", "-servername", PkiFixture.ServerName, "-verify_hostname", PkiFixture.ServerName,
            "-verify_return_error", "-CAfile", pki.Layout.Authority("root").Certificate, "-cert", device.Certificate, "-key", device.Key);
        await Answered("gnutls-cli",
            "--x509cafile", pki.Layout.Authority("root").Certificate, "--x509certfile", device.Certificate, "--x509keyfile", device.Key,
            "--sni-hostname", PkiFixture.ServerName, "--verify-hostname", PkiFixture.ServerName, "--port", $"{endpoint.HttpsPort}", "127.0.0.1");
        await using var broker = await MosquittoBroker.StartAsync(BrokerOptions.For(pki, PkiFixture.ServerName) with { SeedTopics = true });
        await Booted(pki, endpoint, broker);
    }

    // Making an RSA key of 4096 bits takes seconds: there it is the device's key alone, which signs on the board.
    private PkiFolder Make(KeyAlgorithm kind)
    {
        var others = kind.Name == "rsa4096" ? KeyAlgorithm.P256 : kind;
        var pki = PkiFolder.OpenOrCreate(_folder.Path, settings: new() { Key = others });
        pki.IssueServer([PkiFixture.ServerName, "127.0.0.1"], new() { Key = others });
        var device = pki.IssueDevice("dev-1", new() { Key = kind });
        using var made = CertificateFile.ReadAll(device.CertificateFile)[0];
        Assert.Same(kind, KeyAlgorithm.Of(made));
        return pki;
    }

    private static async Task Verified(PkiFolder pki, KeyPairFiles files, string purpose)
    {
        var root = pki.Layout.Authority("root").Certificate;
        var openssl = await Tool.Run(
            "openssl", "verify", "-x509_strict", "-purpose", purpose, "-CAfile", root, "-no-CApath", "-untrusted", files.Certificate, files.Certificate);
        Assert.True(openssl.ExitCode == 0, openssl.All);
        var gnutls = await Tool.Run("certtool", "--verify", "--verify-profile", "medium", "--load-ca-certificate", root, "--infile", files.Certificate);
        Assert.True(gnutls.ExitCode == 0, gnutls.All);
        var key = await Tool.Run("certtool", "--key-info", "--infile", files.Key);
        Assert.True(key.ExitCode == 0, key.All);
    }

    // Only the answer tells that a TLS 1.3 server has accepted the client's certificate.
    private static async Task Answered(string program, params string[] arguments)
    {
        await using var client = Tool.Start(program, arguments);
        foreach (var line in new[] { "GET / HTTP/1.1\r", $"Host: {PkiFixture.ServerName}\r", "Connection: close\r", "\r" }) await client.Type(line);
        await client.Line(l => l.TrimEnd('\r') == "HTTP/1.1 200 OK");
    }

    private static async Task Booted(PkiFolder pki, EndpointServer endpoint, MosquittoBroker broker)
    {
        RequestRecord? served = null;
        endpoint.Answered += r => served = r.Status == 200 ? r : served;
        var profile = BoardProfile.For(pki, "dev-1").With(("https.port", $"{endpoint.HttpsPort}"), ("mqtt.port", $"{broker.Port}"));
        var board = (profile with { Hosts = new Dictionary<string, IPAddress> { [PkiFixture.ServerName] = IPAddress.Loopback } }).Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        using var device = new Device(board, Firmware.Open(Firmware.Own));
        device.PowerOn();
        await board.Uart0.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
        await board.Uart0.WaitForAsync("[boot] mqtt -> run", Bench.Limit);
        Assert.Equal(("dev-1", "TLSv1.3"), (served?.CommonName, served?.Tls));
    }
}
