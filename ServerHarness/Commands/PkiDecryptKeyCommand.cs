using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki decrypt-key</c>: boards and servers want their keys plain.</summary>
internal sealed class PkiDecryptKeyCommand : HarnessCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A private key, PEM." };
    private readonly Option<string> _out = new("--out") { Description = "The file to write, mode 0600.", HelpName = "FILE", Required = true };
    private readonly PassphraseOptions _passphrase = new("--passphrase-file", "SECUREESP_KEY_PASSPHRASE", "the key");

    public PkiDecryptKeyCommand(Terminal terminal)
        : base(terminal, "decrypt-key", "Write a private key without its passphrase, as boards and servers need it.")
    {
        _file.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_file);
        Options.Add(_out);
        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki decrypt-key Certificates/out/devices/esp32-kitchen/client.key.pem --out plain.key.pem", "PKCS #8; asks for the passphrase if there is one"),
    ];

    protected override string Doing => "decrypting";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var target = Path.GetFullPath(line.GetRequiredValue(_out));
        var was = KeyFile.Decrypt(line.GetRequiredValue(_file), target, () => _passphrase.Given(line) ?? Terminal.Ask("passphrase of the key: "));
        if (IsJson(line))
        {
            Terminal.Json(new { file = target, wasEncrypted = was });
        }
        else
        {
            Terminal.Line($" {target}{(was ? "" : " (it was not encrypted)")}", "created", "green");
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
