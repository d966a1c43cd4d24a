using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>
/// What a device with an HTTPS server of its own is given. The certificate store counts for callers and for servers that the device
/// calls: it holds the operators' CA alone, and the servers' CA lies in a file that only outgoing connections look at.
/// </summary>
/// <param name="Trusted">PEM file for the board's certificate store.</param>
/// <param name="Files">Files on its flash: the name there, and the file here that has the content.</param>
/// <param name="Settings">Lines of its settings.</param>
public sealed record WebProvision(string Trusted, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Settings)
{
    /// <param name="server">The server certificate that it shows, by its first name.</param>
    /// <exception cref="HarnessException">The PKI has no such certificate.</exception>
    public static WebProvision For(PkiFolder pki, string server)
    {
        var own = pki.FilesOf(Leaf.ServerKind, server);
        var files = new Dictionary<string, string>
        {
            [@"I:\server.crt"] = own.Certificate,
            [@"I:\server.key"] = own.Key,
            [@"I:\ca.crt"] = pki.Layout.OperatorCa,
            [@"I:\servers-ca.crt"] = pki.Layout.CaChain,
        };
        var settings = new Dictionary<string, string>
        {
            ["http.ssl_cert"] = @"I:\server.crt",
            ["http.ssl_key"] = @"I:\server.key",
            ["http.ssl_ca_cert"] = @"I:\ca.crt",
            ["tls.ca"] = @"I:\servers-ca.crt",
        };
        return new(pki.Layout.OperatorCa, files, settings);
    }
}
