using System.CommandLine;
using SecureEsp.ServerHarness.Pki.Inspection;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki lint</c>: what others will refuse.</summary>
internal sealed class PkiLintCommand : CertificateCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _ca = Ca();
    private readonly Option<string?> _key = new("--private-key")
    {
        Description = "The private key that belongs to it; NAME.key.pem beside NAME.cert.pem is found without.", HelpName = "FILE",
    };

    private readonly Option<bool> _nanoff = new("--nanoff") { Description = "The file goes to a board by nanoff, which needs a NUL byte at its end." };

    public PkiLintCommand(Terminal terminal)
        : base(terminal, "lint", "Look for what mbedTLS on a board, a browser or a server would refuse. Exit code 1 if there is an error.")
    {
        foreach (var option in new Option[] { _folder, _ca, _key, _nanoff })
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki lint Certificates/out/servers/server.test/server.cert.pem", "the file, its order, and the key beside it"),
        new("pki lint Certificates/out/ca-chain.cert.pem", "the authorities"),
        new("pki lint localhost:8443", "what the running 'serve' sends"),
    ];

    protected override int Run(ParseResult line, ShownChain shown)
    {
        var key = line.GetValue(_key) ?? (shown.Content is null ? null : Lint.KeyBeside(shown.Origin));
        var roots = Authorities(line.GetValue(_ca), line.GetRequiredValue(_folder));
        var findings = Lint.Check(shown, key, roots, line.GetValue(_nanoff), DateTimeOffset.UtcNow);
        foreach (var finding in findings)
        {
            if (IsJson(line))
            {
                Terminal.Json(finding);
                continue;
            }

            var error = finding.Severity == Severity.Error;
            Terminal.Line($" [{finding.Code}] {finding.Message}", error ? "error:" : "warning:", error ? "red" : "yellow");
            Terminal.Line($"  {finding.Remedy}");
        }

        if (findings.Count == 0 && !IsJson(line))
        {
            Terminal.Line($" {shown.Origin}", "clean", "green");
        }

        return findings.Any(f => f.Severity == Severity.Error) ? ExitCode.Failed : ExitCode.Ok;
    }
}
