using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki list</c>: what there is and how long it lasts.</summary>
internal sealed class PkiListCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();

    public PkiListCommand(Terminal terminal)
        : base(terminal, "list", "List the authorities and every server, device and operator with state and expiry.") => Options.Add(_folder);

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki list", "one line per certificate"),
        new("pki list --json", "one document per certificate, with serial number, fingerprint and file"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var all = PkiFolder.Open(line.GetRequiredValue(_folder)).List();
        var width = all.Max(i => i.Name.Length);
        foreach (var item in all)
        {
            if (IsJson(line))
            {
                Terminal.Json(item);
                continue;
            }

            var state = item.State is CertificateState.Valid ? "" : "  " + Words(item.State);
            var expires = item.State is CertificateState.Unreadable ? "" : $"{item.NotAfter:yyyy-MM-dd}  {item.Serial}";
            Terminal.Line($"{item.Kind,-12} {item.Name.PadRight(width)}  {expires}{state}");
        }

        return Task.FromResult(ExitCode.Ok);
    }

    private static string Words(CertificateState state) => state switch
    {
        CertificateState.NotYetValid => "not yet valid",
        CertificateState.NoKey => "without its key",
        _ => state.ToString().ToLowerInvariant(),
    };
}
