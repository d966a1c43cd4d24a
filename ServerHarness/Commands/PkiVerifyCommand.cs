using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Pki.Inspection;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki verify</c>: whether a chain may be trusted.</summary>
internal sealed class PkiVerifyCommand : CertificateCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _ca = Ca();
    private readonly Option<string?> _crl = new("--crl")
    {
        Description = "Revocation lists (PEM); the PKI's own otherwise, unless --ca is given.", HelpName = "FILE",
    };

    private readonly Option<string?> _name = new("--name") { Description = "The host name or address that it must be for.", HelpName = "NAME" };
    private readonly Option<string?> _purpose = new("--purpose")
    {
        Description = "What it must be good for: server or client. Otherwise what it says of itself.", HelpName = "PURPOSE",
    };

    public PkiVerifyCommand(Terminal terminal)
        : base(terminal, "verify", "Verify a certificate: chain, time, purpose, name, revocation. Exit code 1 if it is refused.")
    {
        _purpose.AcceptOnlyFromAmong("server", "client");
        foreach (var option in new Option[] { _folder, _ca, _crl, _name, _purpose })
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki verify Certificates/out/devices/esp32-kitchen/client.cert.pem --purpose client", "against the PKI's authorities and revocation lists"),
        new("pki verify localhost:8443 --name server.test", "what the running 'serve' shows, for this name"),
    ];

    protected override int Run(ParseResult line, ShownChain shown)
    {
        var authorities = Authorities(line.GetValue(_ca), line.GetRequiredValue(_folder));
        if (authorities.Count == 0)
        {
            throw new HarnessException("nobody is known who could be trusted", "make a PKI (pki init), or name its root with --ca", ExitCode.Missing);
        }

        var server = line.GetValue(_purpose) is { } purpose
            ? purpose == "server"
            : shown.First.Purposes().Contains(Purposes.ServerAuthentication);
        var wanted = server ? Purposes.ServerAuthentication : Purposes.ClientAuthentication;
        var refusals = Verification.Refusals(shown, authorities, wanted, line.GetValue(_name), Lists(line), DateTimeOffset.UtcNow);
        if (IsJson(line))
        {
            Terminal.Json(new { shown.Origin, verified = refusals.Count == 0, refusals });
        }
        else if (refusals.Count == 0)
        {
            Terminal.Line($" {shown.Origin}: {Text.Printable(shown.First.Subject)}", "verified", "green");
        }

        return refusals.Count == 0 || IsJson(line)
            ? (refusals.Count == 0 ? ExitCode.Ok : ExitCode.Failed)
            : throw new HarnessException($"{shown.Origin} is refused: {string.Join("; ", refusals)}", $"look at it: pki inspect {Source(line)}");
    }

    private IReadOnlyList<RevocationList> Lists(ParseResult line)
    {
        if (line.GetValue(_crl) is { } file)
        {
            return RevocationListFile.ReadAll(file);
        }

        var layout = new PkiLayout(Path.GetFullPath(line.GetRequiredValue(_folder)));
        var own = line.GetValue(_ca) is null ? new[] { layout.Crl, layout.OperatorCrl }.Where(File.Exists) : [];
        return [.. own.SelectMany(RevocationListFile.ReadAll)];
    }
}
