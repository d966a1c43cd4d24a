using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>The real nginx with the site file that users copy, in front of the endpoint.</summary>
public sealed class NginxTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private const string Paths = "/var/lib/secureesp/pki/";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Nginx_passes_the_verified_identity_on_and_no_client_can_forge_it()
    {
        fixture.Pki.IssueDevice("nginx-1");
        var requests = new List<RequestRecord>();
        var options = EndpointOptions.For(fixture.Pki, PkiFixture.ServerName) with
        {
            TrustedProxy = "nginx-1",
            ClientCertificates = ClientCertificates.Required,
        };
        await using var server = await EndpointServer.StartAsync(options, it => it.Answered += requests.Add);
        var port = ServerHarness.Broker.FreePort.Find(IPAddress.Loopback);
        await using var nginx = await Start(server.HttpsPort, port);
        using var victim = ServerHarness.Pki.CertificateFile.ReadAll(fixture.Pki.Layout.Device("dev-2").Certificate)[0];
        var forged = $"X-SSL-Client-Verify: SUCCESS\r\nX-SSL-Client-Cert: {Uri.EscapeDataString(victim.ExportCertificatePem())}\r\n";

        Assert.Equal(200, await Ask(nginx, port, "dev-1", ""));
        Assert.Equal(200, await Ask(nginx, port, "dev-1", forged));
        Assert.Equal(401, await Ask(nginx, port, null, forged));
        Assert.Equal(401, await Ask(nginx, port, null, forged.Replace('-', '_')));
        await server.StopAsync();
        Assert.Equal(["dev-1", "dev-1", null, null], requests.Select(r => r.CommonName));
        Assert.All(requests, r => Assert.Equal("nginx-1", r.Proxy));
    }

    private async Task<Tool> Start(int endpoint, int port)
    {
        var site = (await File.ReadAllTextAsync(Sources.Path("ServerHarness", "nginx", "secureesp.conf")))
            .Replace(Paths, fixture.Pki.Layout.Folder + "/")
            .Replace("server 127.0.0.1:8443;", $"server 127.0.0.1:{endpoint};")
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;")
            .Replace("listen 80;", $"listen unix:{_folder.File("plain.sock")};");
        await File.WriteAllTextAsync(_folder.File("nginx.conf"), $$"""
            daemon off;
            worker_processes 1;
            pid {{_folder.File("nginx.pid")}};
            error_log stderr;
            events { worker_connections 64; }
            http {
              access_log off;
              client_body_temp_path {{_folder.File("body")}};
              proxy_temp_path {{_folder.File("proxy")}};
              fastcgi_temp_path {{_folder.File("fastcgi")}};
              uwsgi_temp_path {{_folder.File("uwsgi")}};
              scgi_temp_path {{_folder.File("scgi")}};
              {{site}}
            }
            """);
        return Tool.Start(Program(), "-p", _folder.Path, "-c", _folder.File("nginx.conf"), "-e", "stderr");
    }

    private async Task<int> Ask(Tool nginx, int port, string? device, string headers)
    {
        await using var client = await Connect(nginx, port, device);
        await client.Send($"GET / HTTP/1.1\r\nHost: server.test\r\nConnection: close\r\n{headers}\r\n");
        return HttpAnswer.Parse(await client.ReadToEnd()).Status;
    }

    // nginx does not say when it listens.
    private async Task<TlsClient> Connect(Tool nginx, int port, string? device)
    {
        while (true)
        {
            try
            {
                return await TlsClient.Connect(port, fixture.Root, device is null ? null : fixture.Pki.Layout.Device(device));
            }
            catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
            {
                Assert.False(nginx.HasEnded, "nginx has ended: " + nginx.Said);
                await Task.Delay(20);
            }
        }
    }

    private static string Program() => new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx" }.FirstOrDefault(File.Exists) ?? "nginx";
}
