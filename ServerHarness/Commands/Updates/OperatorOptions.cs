using System.CommandLine;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary>How a command reaches the broker: as one of the PKI's operators.</summary>
internal sealed class OperatorOptions
{
    private readonly Option<string> _folder;
    private readonly Option<string> _host = new("--broker-host") { Description = "A name or address that the broker's certificate carries.", HelpName = "HOST", DefaultValueFactory = _ => "localhost" };
    private readonly Option<int> _port = SharedOptions.ServerPort("--broker-port", "The broker's port.", BrokerOptions.DefaultPort);
    private readonly Option<string?> _operator = new("--operator") { Description = "The operator to be; the PKI's first one if left out.", HelpName = "NAME" };

    public OperatorOptions(Option<string> folder)
    {
        _folder = folder;
        _operator.CompletionSources.Add(NameSuggestions.Of(Leaf.OperatorKind, folder));
    }

    public IReadOnlyList<Option> All => [_host, _port, _operator];

    public MosquittoClient Client(ParseResult line)
    {
        var layout = PkiFolder.Open(line.GetRequiredValue(_folder)).Layout;
        var identity = ClientChoice.Operator(layout, line.GetValue(_operator)).Files;
        return new(new() { Host = line.GetRequiredValue(_host), Port = line.GetValue(_port), CaFile = layout.CaChain, Identity = identity });
    }
}
