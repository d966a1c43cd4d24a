using System.Net;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>What <c>serve</c> says, as lines or as JSON documents.</summary>
internal sealed class ServeReport(Terminal terminal, bool json)
{
    /// <summary>Tells of all that happens to a server.</summary>
    public void Observe(EndpointServer server)
    {
        server.Answered += r => Tell(r.ToString(), new
        {
            @event = "request",
            r.At,
            client = r.Client?.ToString(),
            r.Method,
            r.Path,
            r.Status,
            r.CommonName,
            r.Refusal,
            r.Serial,
            r.Proxy,
            r.Tls,
            r.Cipher,
        });
        server.HandshakeRefused += h =>
            Tell(h.ToString(), new { @event = "handshakeRefused", h.At, client = h.Client?.ToString(), h.Reason });
        server.Reloaded += r => Tell(r.ToString(), new { @event = "reload", r.At, r.What, r.Files, r.Failure });
    }

    public void Ready(EndpointOptions options, EndpointServer server, IReadOnlyList<string> curves)
    {
        var https = $"https://{new IPEndPoint(options.Address, server.HttpsPort)}/";
        var http = $"http://{new IPEndPoint(options.Address, server.HttpPort!.Value)}/";
        if (json)
        {
            terminal.Json(new { @event = "ready", https, http, clientCertificates = options.ClientCertificates, tls12 = options.AllowTls12, curves });
        }
        else
        {
            var mode = options.ClientCertificates.ToString().ToLowerInvariant();
            terminal.Line($" {https} (client certificates: {mode}), {http} redirects", "ready", "green");
        }
    }

    /// <summary>Something that the user may not expect.</summary>
    public void Note(string text) => Tell($"note: {text}", new { @event = "note", text });

    public void Stopped() => Tell("stopped", new { @event = "stopped" });

    private void Tell<T>(string line, T document)
    {
        if (json)
        {
            terminal.Json(document);
        }
        else
        {
            terminal.Line(line);
        }
    }
}
