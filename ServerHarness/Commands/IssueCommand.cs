using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>What <c>pki issue</c> does alike for every kind of leaf.</summary>
internal abstract class IssueCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<KeyAlgorithm?> _key = PkiOptions.Key();
    private readonly Option<Lifetime?> _lifetime = PkiOptions.Lifetime("--lifetime", "the certificate");
    private readonly PassphraseOptions _passphrase = PassphraseOptions.OfAuthorities();

    protected IssueCommand(Terminal terminal, string name, string description)
        : base(terminal, name, description)
    {
        Options.Add(_folder);
        Options.Add(_key);
        Options.Add(_lifetime);
        _passphrase.AddTo(this);
    }

    protected override string Doing => "making a key";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder), passphrase: _passphrase.ForAuthorities(line, Terminal));
        var issued = Issue(pki, line, new() { Key = line.GetValue(_key), Lifetime = line.GetValue(_lifetime) });
        if (IsJson(line))
        {
            Terminal.Json(issued);
        }
        else
        {
            IssuedReport.Write(Terminal, issued);
        }

        if (issued.Outcome == IssueOutcome.Unchanged && line.GetValue(_lifetime) is not null)
        {
            Terminal.Note($"it is there already, with the lifetime it was made with; for another one: pki renew {issued.Kind} {issued.Name} --lifetime TIME");
        }

        return Task.FromResult(ExitCode.Ok);
    }

    protected abstract Issued Issue(PkiFolder pki, ParseResult line, LeafSettings settings);
}

/// <summary><c>pki issue server</c>.</summary>
internal sealed class IssueServerCommand : IssueCommand
{
    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "Host names, *.wildcards and IP addresses that it is reached by. The first names its folder.",
        Arity = ArgumentArity.OneOrMore,
    };

    public IssueServerCommand(Terminal terminal)
        : base(terminal, "server", "A certificate for the HTTPS endpoint and the broker.")
    {
        _names.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_names);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki issue server server.test localhost 127.0.0.1", "Certificates/out/servers/server.test/server.cert.pem and server.key.pem"),
    ];

    protected override Issued Issue(PkiFolder pki, ParseResult line, LeafSettings settings) => pki.IssueServer(line.GetRequiredValue(_names), settings);
}

/// <summary><c>pki issue device</c>.</summary>
internal sealed class IssueDeviceCommand : IssueCommand
{
    private readonly Argument<string> _id = new("ID")
    {
        Description = "The device's id: its certificate's common name and its user name at the broker.",
    };

    public IssueDeviceCommand(Terminal terminal)
        : base(terminal, "device", "A device's certificate: one per device.")
    {
        _id.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_id);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki issue device esp32-kitchen", "Certificates/out/devices/esp32-kitchen/client.cert.pem and client.key.pem"),
        new("pki issue device esp32-lost", "another device with a certificate of its own"),
    ];

    protected override Issued Issue(PkiFolder pki, ParseResult line, LeafSettings settings) => pki.IssueDevice(line.GetRequiredValue(_id), settings);
}

/// <summary><c>pki issue operator</c>.</summary>
internal sealed class IssueOperatorCommand : IssueCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "The name of the person or program." };

    public IssueOperatorCommand(Terminal terminal)
        : base(terminal, "operator", "A certificate, from the operators' CA, for who may command devices.")
    {
        _name.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_name);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki issue operator alice", "Certificates/out/operators/alice/client.cert.pem and client.key.pem"),
    ];

    protected override Issued Issue(PkiFolder pki, ParseResult line, LeafSettings settings) => pki.IssueOperator(line.GetRequiredValue(_name), settings);
}
