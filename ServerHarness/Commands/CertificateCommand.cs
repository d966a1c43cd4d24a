using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Pki.Inspection;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>What the commands that look at a file or a server do alike.</summary>
internal abstract class CertificateCommand : HarnessCommand
{
    private readonly Argument<string> _source = new("FILE|HOST:PORT") { Description = "A certificate's file (PEM or DER), or a TLS server." };
    private readonly Option<string?> _serverName = new("--server-name") { Description = "The name to ask the server for; its host otherwise.", HelpName = "NAME" };

    protected CertificateCommand(Terminal terminal, string name, string description)
        : base(terminal, name, description)
    {
        _source.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_source);
        Options.Add(_serverName);
    }

    /// <summary>The file or server that was named.</summary>
    protected string Source(ParseResult line) => line.GetRequiredValue(_source);

    protected override string Doing => "waiting for the certificate";

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation) =>
        Run(line, await ShownChain.OfAsync(Source(line), line.GetValue(_serverName), cancellation));

    protected abstract int Run(ParseResult line, ShownChain shown);

    /// <summary>Whom to trust: the file that was named, else the PKI's authorities if there is a PKI, else nobody.</summary>
    protected static X509Certificate2Collection Authorities(string? file, string folder)
    {
        if (file is not null)
        {
            return ShownChain.OfFile(file).Certificates;
        }

        var layout = new PkiLayout(Path.GetFullPath(folder));
        var all = new X509Certificate2Collection();
        foreach (var there in new[] { layout.CaChain, layout.OperatorCa }.Where(File.Exists))
        {
            all.AddRange(CertificateFile.ReadAll(there));
        }

        return all;
    }

    /// <summary>--ca.</summary>
    protected static Option<string?> Ca() => new("--ca")
    {
        Description = "Whom to trust: a PEM file of roots and intermediates. The PKI's own authorities otherwise.",
        HelpName = "FILE",
    };
}
