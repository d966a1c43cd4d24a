using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Pki.Inspection;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki bundle</c>: only the roots that a device needs.</summary>
internal sealed class PkiBundleCommand : HarnessCommand
{
    private const int HttpsPort = 443;

    private readonly Argument<string[]> _hosts = new("HOST") { Description = "Servers that the device calls: HOST or HOST:PORT.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _roots = new("--roots") { Description = "Whom to trust, PEM; the system's store otherwise.", HelpName = "FILE" };
    private readonly Option<string> _out = new("--out") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => "ca-bundle.pem" };
    private readonly Option<bool> _nanoff = new("--nanoff") { Description = "End the file with the NUL byte that nanoff needs." };

    public PkiBundleCommand(Terminal terminal)
        : base(terminal, "bundle", "Write the roots that a device needs for some hosts, and no others, into one file.")
    {
        _hosts.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_hosts);
        foreach (var option in new Option[] { _roots, _out, _nanoff })
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki bundle localhost:8443 --roots Certificates/out/authorities/root.cert.pem", "the root of the running 'serve'; public hosts need no --roots"),
    ];

    protected override string Doing => "asking the hosts for their certificates";

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var trusted = line.GetValue(_roots) is { } file ? ShownChain.OfFile(file).Certificates : null;
        var found = new List<(string Host, X509Certificate2 Root)>();
        foreach (var host in line.GetRequiredValue(_hosts))
        {
            if (!ShownChain.TryHost(host, out var name, out var port, HttpsPort))
            {
                throw new HarnessException($"'{Text.Printable(host)}' is no host", "use HOST or HOST:PORT", ExitCode.Usage);
            }

            found.Add((host, await RootBundle.RootOfAsync(name, port, trusted, cancellation)));
        }

        var target = Path.GetFullPath(line.GetRequiredValue(_out));
        var roots = found.Select(f => f.Root).DistinctBy(r => r.Thumbprint).ToArray();
        AtomicFile.Write(target, CertificateFile.Pem(roots) + (line.GetValue(_nanoff) ? "\0" : ""), AtomicFile.Public);
        if (IsJson(line))
        {
            Terminal.Json(new { file = target, roots = found.Select(f => new { f.Host, root = f.Root.Subject }) });
            return ExitCode.Ok;
        }

        foreach (var (host, root) in found)
        {
            Terminal.Line($" {Text.Printable(root.Subject)}", $"{host}:");
        }

        Terminal.Line($" {target} (roots: {roots.Length}, hosts: {found.Count})", "created", "green");
        return ExitCode.Ok;
    }
}
