using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki init</c>: the authorities.</summary>
internal sealed class PkiInitCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<KeyAlgorithm?> _key = PkiOptions.Key();
    private readonly Option<Lifetime?> _root = PkiOptions.Lifetime("--root-lifetime", "the root");
    private readonly Option<Lifetime?> _intermediate = PkiOptions.Lifetime("--intermediate-lifetime", "the intermediate");
    private readonly Option<Lifetime?> _operatorCa = PkiOptions.Lifetime("--operator-ca-lifetime", "the operators' root");
    private readonly Option<string[]> _domains = PkiOptions.PermitDns();
    private readonly Option<IPNetwork[]> _networks = PkiOptions.PermitIp();
    private readonly PassphraseOptions _passphrase = PassphraseOptions.OfAuthorities();
    private readonly Option<bool> _ask = new("--ask-passphrase") { Description = "Ask for the passphrase in the terminal." };

    public PkiInitCommand(Terminal terminal)
        : base(terminal, "init", "Make the root, the intermediate and the operators' CA. Running it again changes nothing.")
    {
        foreach (var option in new Option[] { _folder, _key, _root, _intermediate, _operatorCa, _domains, _networks, _ask })
        {
            Options.Add(option);
        }

        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki init", "the PKI in Certificates/out, its authorities' keys not encrypted"),
        new("pki init --folder my-pki --json", "another one, told as JSON"),
        new("pki init --folder strong-pki --key p384 --root-lifetime 20y --permit-dns home.test --permit-ip 192.168.1.0/24", "one that is limited to a home"),
    ];

    protected override string Doing => "making keys";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var pki = PkiFolder.OpenOrCreate(line.GetRequiredValue(_folder), settings: Settings(line), passphrase: Passphrase(line));
        if (IsJson(line))
        {
            Terminal.Json(new { pki.Layout.Folder, pki.Layout.CaChain, pki.Layout.OperatorCa, authorities = pki.Made });
            return Task.FromResult(ExitCode.Ok);
        }

        foreach (var authority in pki.Made)
        {
            IssuedReport.Write(Terminal, authority);
        }

        if (pki.Made.All(a => a.Outcome == IssueOutcome.Unchanged) && SettingNames.Any(option => line.GetResult(option) is not null))
        {
            Terminal.Note("the authorities are there already: kinds of keys, lifetimes and limits are those that they were made with");
        }

        Terminal.Line($"  {pki.Layout.CaChain}", "for servers and devices to trust:");
        Terminal.Line($"  {pki.Layout.OperatorCa}", "for a device's own server to trust:");
        if (pki.Made.Any(a => a.KeyEncrypted == false))
        {
            Terminal.Line(
                " whoever reads these keys can make certificates that everybody here trusts; encrypt them: pki init --passphrase-file FILE",
                "not encrypted:", "yellow");
        }

        return Task.FromResult(ExitCode.Ok);
    }

    // What only new authorities can be given.
    private IEnumerable<Option> SettingNames => [_key, _root, _intermediate, _operatorCa, _domains, _networks];

    private AuthoritySettings Settings(ParseResult line)
    {
        var domains = line.GetValue(_domains) ?? [];
        var networks = line.GetValue(_networks) ?? [];
        return new()
        {
            Key = line.GetValue(_key) ?? KeyAlgorithm.P256,
            RootLifetime = line.GetValue(_root),
            IntermediateLifetime = line.GetValue(_intermediate),
            OperatorCaLifetime = line.GetValue(_operatorCa),
            Constraints = domains.Length + networks.Length > 0 ? new(domains, networks) : null,
        };
    }

    // Unlike elsewhere a terminal alone is no reason to ask: without a passphrase the keys stay plain, and that is told.
    private CaPassphrase Passphrase(ParseResult line) => new(() => line.GetValue(_ask) ? Twice() : _passphrase.Given(line));

    private string Twice()
    {
        var first = Terminal.Ask("passphrase of the authorities' keys: ");
        var second = first is { Length: > 0 } ? Terminal.Ask("once more: ") : null;
        return (first, second) switch
        {
            (null, _) => throw new HarnessException("there is no terminal to ask in", $"set {PassphraseOptions.CaVariable}, or use --passphrase-file", ExitCode.Missing),
            ("", _) => throw new HarnessException("the passphrase is empty", "type one, or leave --ask-passphrase out", ExitCode.Usage),
            _ when first != second => throw new HarnessException("the two passphrases differ", "try again; nothing was changed", ExitCode.Usage),
            _ => first,
        };
    }
}
