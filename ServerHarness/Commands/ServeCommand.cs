using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>serve</c>: the HTTPS endpoint until a signal.</summary>
internal sealed class ServeCommand : HarnessCommand
{
    private const int DefaultHttpsPort = 8443;
    private const int DefaultHttpPort = 8080;

    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _name = SharedOptions.Name();
    private readonly Option<IPAddress> _bind = SharedOptions.Bind();
    private readonly Option<int> _httpsPort = SharedOptions.Port("--https-port", "The port for HTTPS.", DefaultHttpsPort);
    private readonly Option<int> _httpPort =
        SharedOptions.Port("--http-port", "The port for plain HTTP, which only redirects.", DefaultHttpPort);

    private readonly Option<string> _mode = new("--client-certificates")
    {
        Description = "off: everybody is served. optional: 401 without a verified certificate. required: no handshake without one.",
        DefaultValueFactory = _ => "optional",
    };

    public ServeCommand(Terminal terminal)
        : base(terminal, "serve", "Run the HTTPS endpoint: TLS 1.3, client certificates, the guide's page. Ends on SIGINT or SIGTERM.")
    {
        _mode.AcceptOnlyFromAmong("off", "optional", "required");
        foreach (var option in new Option[] { _folder, _name, _bind, _httpsPort, _httpPort, _mode })
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("serve", "https://localhost:8443 for clients with a certificate, http://localhost:8080 redirects"),
        new("serve --client-certificates off", "the guide's step \"disable mTLS\": everybody is served"),
        new("serve --bind 0.0.0.0 --name server.test", "for boards on the network"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var json = IsJson(line);
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder));
        var options = EndpointOptions.For(pki, ServerChoice.Choose(pki, line.GetValue(_name))) with
        {
            Address = line.GetRequiredValue(_bind),
            HttpsPort = line.GetValue(_httpsPort),
            HttpPort = line.GetValue(_httpPort),
            ClientCertificates = Enum.Parse<ClientCertificates>(line.GetRequiredValue(_mode), ignoreCase: true),
        };
        await using var server = await EndpointServer.StartAsync(options, it => Observe(it, json), cancellation);
        var https = $"https://{new IPEndPoint(options.Address, server.HttpsPort)}/";
        var http = $"http://{new IPEndPoint(options.Address, server.HttpPort!.Value)}/";
        if (json)
        {
            Terminal.Json(new { @event = "ready", https, http, clientCertificates = options.ClientCertificates });
        }
        else
        {
            var mode = options.ClientCertificates.ToString().ToLowerInvariant();
            Terminal.Line($" {https} (client certificates: {mode}), {http} redirects", "ready", "green");
        }

        await cancellation.Signalled();
        await server.StopAsync();
        if (json)
        {
            Terminal.Json(new { @event = "stopped" });
        }
        else
        {
            Terminal.Line("stopped");
        }

        return ExitCode.Ok;
    }

    private void Observe(EndpointServer server, bool json)
    {
        if (json)
        {
            server.Answered += r => Terminal.Json(new
            {
                @event = "request",
                r.At,
                client = r.Client?.ToString(),
                r.Method,
                r.Path,
                r.Status,
                r.CommonName,
                r.Refusal,
                r.Tls,
                r.Cipher,
            });
            server.HandshakeRefused += h =>
                Terminal.Json(new { @event = "handshakeRefused", h.At, client = h.Client?.ToString(), h.Reason });
        }
        else
        {
            server.Answered += r => Terminal.Line(r.ToString());
            server.HandshakeRefused += h => Terminal.Line(h.ToString());
        }
    }
}
