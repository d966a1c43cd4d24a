using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Pki.Inspection;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki needs-renewal</c>: for scripts.</summary>
internal sealed class PkiNeedsRenewalCommand : CertificateCommand
{
    private readonly Option<RenewalTime?> _before = RenewalOptions.Before();

    public PkiNeedsRenewalCommand(Terminal terminal)
        : base(terminal, "needs-renewal", "Exit code 0 if a certificate is due for renewal, 1 if not, 3 if it cannot be had.") => Options.Add(_before);

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki needs-renewal Certificates/out/servers/server.test/server.cert.pem --before 400d", "0: it has less than 400 days left"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        try
        {
            return await base.RunAsync(line, cancellation);
        }
        catch (HarnessException e) when (e.ExitCode == ExitCode.Failed)
        {
            // 1 means "no" here: what cannot be read is no answer.
            throw new HarnessException(e.Message, e.Hint, ExitCode.Missing, e);
        }
    }

    protected override int Run(ParseResult line, ShownChain shown)
    {
        var before = line.GetValue(_before) ?? RenewalTime.Default;
        DateTimeOffset from = shown.First.NotBefore.ToUniversalTime(), until = shown.First.NotAfter.ToUniversalTime();
        var due = before.IsDue(from, until, DateTimeOffset.UtcNow);
        if (IsJson(line))
        {
            Terminal.Json(new { shown.Origin, due, notAfter = until });
        }
        else
        {
            Terminal.Line($" {shown.Origin} expires {until:yyyy-MM-dd HH:mm:ss} UTC", due ? "due" : "not due", due ? "yellow" : "green");
        }

        return due ? 0 : 1;
    }
}
