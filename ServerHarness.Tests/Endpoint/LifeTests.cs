using System.Net;
using System.Net.Sockets;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>Start, log and stop.</summary>
public sealed class LifeTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private EndpointOptions Options => EndpointOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task The_log_has_the_clients_name_and_the_facts_of_the_handshake()
    {
        var requests = new List<RequestRecord>();
        await using var server = await EndpointServer.StartAsync(Options, it => it.Answered += requests.Add);
        await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device);
        await server.StopAsync();
        var request = Assert.Single(requests);
        Assert.Equal(("dev-1", "TLSv1.3", "TLS_AES_256_GCM_SHA384", 200), (request.CommonName, request.Tls, request.Cipher, request.Status));
        Assert.Matches(@"^\S+Z 127\.0\.0\.1:\d+ GET / 200 cn=dev-1 serial=[0-9A-F]+ TLSv1\.3 TLS_AES_256_GCM_SHA384$", request.ToString());
    }

    [TimedFact]
    public async Task A_path_cannot_forge_a_log_line()
    {
        var requests = new List<RequestRecord>();
        await using var server = await EndpointServer.StartAsync(Options, it => it.Answered += requests.Add);
        await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device, "GET /%0a%1b[2Jx");
        await server.StopAsync();
        Assert.DoesNotContain(Assert.Single(requests).ToString(), char.IsControl);
    }

    [TimedFact]
    public async Task A_refused_handshake_is_told_with_its_reason()
    {
        var refused = new List<RefusedHandshake>();
        await using var server = await EndpointServer.StartAsync(
            Options with { ClientCertificates = ClientCertificates.Required }, it => it.HandshakeRefused += refused.Add);
        await Tool.RunWithInput("", "openssl", "s_client", "-tls1_2", "-connect", $"127.0.0.1:{server.HttpsPort}");
        await Assert.ThrowsAnyAsync<IOException>(() => TlsClient.Request(server.HttpsPort, fixture.Root));
        await server.StopAsync();
        Assert.Contains(refused, r => r.Reason.Contains("unsupported protocol"));
        Assert.Contains(refused, r => r.Reason == "no client certificate");
    }

    [TimedFact]
    public async Task A_stop_closes_the_ports_and_idle_connections()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        await using var idle = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await idle.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        await idle.Stream.ReadExactlyAsync(new byte[20]);
        await server.StopAsync();
        Assert.EndsWith("Hello There!</h1>", await idle.ReadToEnd());
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(IPAddress.Loopback, server.HttpsPort));
    }

    [TimedFact]
    public async Task A_port_that_is_taken_is_named_with_the_remedy()
    {
        await using var first = await EndpointServer.StartAsync(Options);
        var e = await Assert.ThrowsAsync<HarnessException>(() => EndpointServer.StartAsync(Options with { HttpsPort = first.HttpsPort }));
        Assert.Contains($"{first.HttpsPort}", e.Message);
        Assert.Contains("in use", e.Message);
        Assert.Contains("--https-port", e.Hint);
        Assert.Equal(ExitCode.Missing, e.ExitCode);
    }

    [TimedFact]
    public async Task An_address_that_is_not_this_machines_is_named()
    {
        var e = await Assert.ThrowsAsync<HarnessException>(() => EndpointServer.StartAsync(Options with { Address = IPAddress.Parse("192.0.2.1") }));
        Assert.Contains("192.0.2.1", e.Message);
        Assert.Contains("--bind", e.Hint);
    }

    [TimedFact]
    public async Task A_missing_certificate_and_a_key_of_another_are_named()
    {
        var missing = await Assert.ThrowsAsync<HarnessException>(
            () => EndpointServer.StartAsync(EndpointOptions.For(fixture.Pki, "nobody.test")));
        Assert.Contains("nobody.test", missing.Message);
        Assert.Equal(ExitCode.Missing, missing.ExitCode);
        var mixed = Options with { Identity = fixture.Server with { Key = fixture.Device.Key } };
        Assert.Contains(fixture.Device.Key, (await Assert.ThrowsAsync<HarnessException>(() => EndpointServer.StartAsync(mixed))).Message);
    }
}
