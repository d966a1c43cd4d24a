using System.CommandLine;
using System.Globalization;
using System.Security.Authentication;
using SecureEsp.ServerHarness.Mtls;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>What <c>mtls server</c> and <c>mtls client</c> take alike.</summary>
internal sealed class MtlsFlags
{
    private readonly Option<string> _ca = File("--ca-certificate", "The authorities that the peer must chain to, PEM.");
    private readonly Option<string> _certificate = File("--certificate", "The certificate to show, then its intermediates, PEM.");
    private readonly Option<string> _key = File("--private-key", "Its unencrypted private key, PEM.");
    private readonly Option<int> _port;
    private readonly Option<string> _version = new("--tls-version") { Description = "any, 1.2 or 1.3.", DefaultValueFactory = _ => "any" };
    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "Seconds for connecting, the handshake and the first byte together.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 10,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600)
            {
                return seconds;
            }

            result.AddError($"--timeout: '{result.Tokens[0].Value}' is not a number of seconds from 1 to 3600");
            return default;
        },
    };

    private readonly Option<bool> _verbose = new("-v")
    {
        Description = "Show TLS version and peer; -vv what the peer sent, -vvv what is trusted, -vvvv the library's own words.",
    };

    private readonly Option<bool> _device = new("--device") { Description = "Let the firmware do it, on a virtual ESP32-S3 in this machine's loopback network." };

    /// <param name="listens">Whether the port is one to listen on.</param>
    public MtlsFlags(bool listens)
    {
        const string description = "The TCP port.";
        _port = listens
            ? SharedOptions.Port("--port", description, MtlsOptions.DefaultPort)
            : SharedOptions.ServerPort("--port", description, MtlsOptions.DefaultPort);
        _port.Aliases.Add("-p");
        _version.AcceptOnlyFromAmong("any", "1.2", "1.3");
    }

    public IEnumerable<Option> All => [_ca, _certificate, _key, _port, _version, _timeout, _device, _verbose];

    public string Ca(ParseResult line) => line.GetRequiredValue(_ca);

    /// <summary>Whether it is the firmware's part.</summary>
    public bool IsDevice(ParseResult line) => line.GetValue(_device);

    /// <summary>0 to 4.</summary>
    public int Verbosity(ParseResult line) => Math.Min(line.GetResult(_verbose)?.IdentifierTokenCount ?? 0, 4);

    public MtlsOptions Read(ParseResult line, string host) => new()
    {
        CaFile = Ca(line),
        Identity = new(line.GetRequiredValue(_certificate), line.GetRequiredValue(_key)),
        Host = host,
        Port = line.GetValue(_port),
        Limit = TimeSpan.FromSeconds(line.GetValue(_timeout)),
        Protocols = line.GetValue(_version) switch
        {
            "1.2" => SslProtocols.Tls12,
            "1.3" => SslProtocols.Tls13,
            _ => SslProtocols.Tls12 | SslProtocols.Tls13,
        },
    };

    private static Option<string> File(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };
}
