using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki export-p12</c>: for browsers, phones and Windows.</summary>
internal sealed class PkiExportP12Command : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Argument<string?> _kind = PkiArguments.Kind();
    private readonly Argument<string?> _name = PkiArguments.Name();
    private readonly Option<string?> _out = new("--out") { Description = "The file to write; beside the certificate otherwise.", HelpName = "FILE" };
    private readonly Option<bool> _legacy = new("--legacy") { Description = "Encrypt with 3DES and SHA-1, for Windows before 2019 and macOS's keychain." };
    private readonly PassphraseOptions _passphrase = new("--passphrase-file", "SECUREESP_P12_PASSPHRASE", "the new file");

    public PkiExportP12Command(Terminal terminal)
        : base(terminal, "export-p12", "Write certificate, chain and key into one PKCS #12 file, for browsers and Windows.")
    {
        Arguments.Add(_kind);
        Arguments.Add(_name);
        _name.CompletionSources.Add(NameSuggestions.Of(_kind, _folder));
        foreach (var option in new Option[] { _folder, _out, _legacy })
        {
            Options.Add(option);
        }

        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki export-p12 operator alice --out alice.p12", "with a new passphrase, which is told once"),
    ];

    protected override string Doing => "encrypting";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder));
        var files = pki.FilesOf(line.GetValue(_kind)!, line.GetValue(_name)!);
        var file = Path.GetFullPath(line.GetValue(_out) ?? files.Key[..^".key.pem".Length] + ".p12");
        var given = _passphrase.Given(line);
        var passphrase = given ?? Pkcs12File.NewPassphrase();
        Pkcs12File.Write(file, files, passphrase, line.GetValue(_legacy));
        if (IsJson(line))
        {
            Terminal.Json(new { file, passphrase = given is null ? passphrase : null });
            return Task.FromResult(ExitCode.Ok);
        }

        Terminal.Line($" {file}", "created", "green");
        if (given is null)
        {
            Terminal.Line($"  passphrase   {passphrase} (told only now)");
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
