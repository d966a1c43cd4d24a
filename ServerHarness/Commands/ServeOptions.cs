using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The options of <c>serve</c>, and what they make of the endpoint.</summary>
internal sealed class ServeOptions
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

    private readonly Option<string?> _crl = new("--crl")
    {
        Description = "Revocation lists (PEM) of the authorities; without it the PKI's own, once there is one.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _tls12 = new("--tls12") { Description = "Take TLS 1.2 too; else 1.3 only." };

    private readonly Option<string?> _proxy = new("--trusted-proxy")
    {
        Description = "The common name of a reverse proxy, which shows its own client certificate and names its clients in headers.",
        HelpName = "NAME",
    };

    private readonly Option<TimeSpan?> _session =
        ServeValues.Duration("--session-timeout", "How long one handshake counts; then the client must come anew.", "10m");

    private readonly Option<TimeSpan?> _handshake = ServeValues.Duration("--handshake-timeout", "How long a TLS handshake may take.", "10s");
    private readonly Option<TimeSpan?> _headers = ServeValues.Duration("--headers-timeout", "How long a request's headers may take.", "10s");
    private readonly Option<int> _limit = ServeValues.Count("--max-connections", "Connections open at once, in all.", 1024);
    private readonly Option<int> _addressLimit =
        ServeValues.Count("--max-connections-per-address", "Connections open at once, of one address.", 256);

    private readonly Option<IReadOnlyList<string>?> _curves = ServeValues.Curves();

    public ServeOptions()
    {
        _mode.AcceptOnlyFromAmong("off", "optional", "required");
        _name.CompletionSources.Add(NameSuggestions.Of(Leaf.ServerKind, _folder));
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        _folder, _name, _bind, _httpsPort, _httpPort, _mode, _crl, _tls12, _curves, _proxy,
        _session, _handshake, _headers, _limit, _addressLimit,
    ];

    /// <summary>The groups for key exchange, in OpenSSL's names.</summary>
    public IReadOnlyList<string> Curves(ParseResult line) => line.GetValue(_curves) ?? KeyExchange.Parse(KeyExchange.Default, out var _)!;

    /// <summary>Whether somebody has chosen them.</summary>
    public bool CurvesAreChosen(ParseResult line) => line.GetValue(_curves) is not null;

    /// <summary>What the endpoint is started with.</summary>
    /// <exception cref="HarnessException">There is no such PKI or server certificate.</exception>
    public EndpointOptions Endpoint(ParseResult line)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder));
        var options = EndpointOptions.For(pki, ServerChoice.Choose(pki, line.GetValue(_name)));
        return options with
        {
            Address = line.GetRequiredValue(_bind),
            HttpsPort = line.GetValue(_httpsPort),
            HttpPort = line.GetValue(_httpPort),
            ClientCertificates = Enum.Parse<ClientCertificates>(line.GetRequiredValue(_mode), ignoreCase: true),
            RevocationFile = line.GetValue(_crl) ?? options.RevocationFile,
            RevocationFileRequired = line.GetValue(_crl) is not null,
            AllowTls12 = line.GetValue(_tls12),
            TrustedProxy = line.GetValue(_proxy),
            SessionTimeout = line.GetValue(_session) ?? options.SessionTimeout,
            HandshakeTimeout = line.GetValue(_handshake) ?? options.HandshakeTimeout,
            RequestHeadersTimeout = line.GetValue(_headers) ?? options.RequestHeadersTimeout,
            ConnectionLimit = line.GetValue(_limit),
            ConnectionLimitPerAddress = line.GetValue(_addressLimit),
        };
    }
}
