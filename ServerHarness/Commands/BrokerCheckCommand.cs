using System.CommandLine;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>broker check</c>: what a running broker lets through and what it refuses.</summary>
internal sealed class BrokerCheckCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string> _host = new("--host")
    {
        Description = "A name or address that the broker's certificate carries.", HelpName = "HOST", DefaultValueFactory = _ => "localhost",
    };

    private readonly Option<int> _port = SharedOptions.ServerPort("--port", "The broker's port.", BrokerOptions.DefaultPort);
    private readonly Option<string?> _device = new("--device") { Description = "The device to be; the PKI's first one if left out.", HelpName = "ID" };
    private readonly Option<string?> _operator = new("--operator") { Description = "The operator to be; the PKI's first one if left out.", HelpName = "NAME" };

    public BrokerCheckCommand(Terminal terminal)
        : base(terminal, "check", "Publish to and receive from a running broker with mosquitto's own clients, and show what it refuses.")
    {
        _device.CompletionSources.Add(NameSuggestions.Of(Leaf.DeviceKind, _folder));
        _operator.CompletionSources.Add(NameSuggestions.Of(Leaf.OperatorKind, _folder));
        foreach (var option in new Option[] { _folder, _host, _port, _device, _operator })
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
        [new("broker check", "while 'broker' runs in another terminal; needs a device and an operator issued")];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var json = IsJson(line);
        var layout = PkiFolder.Open(line.GetRequiredValue(_folder)).Layout;
        var device = ClientChoice.Device(layout, line.GetValue(_device));
        var @operator = ClientChoice.Operator(layout, line.GetValue(_operator));
        var check = new BrokerCheck(new()
        {
            Host = line.GetRequiredValue(_host),
            Port = line.GetValue(_port),
            CaFile = layout.CaChain,
            DeviceId = device.Name,
            Device = device.Files,
            OperatorName = @operator.Name,
            Operator = @operator.Files,
        });
        var failed = 0;
        await foreach (var finding in check.RunAsync(cancellation))
        {
            failed += finding.Passed ? 0 : 1;
            if (json)
            {
                Terminal.Json(finding);
            }
            else
            {
                Terminal.Line($" {finding.Rule}: {Text.Printable(finding.Seen)}", finding.Passed ? "ok    " : "FAILED", finding.Passed ? "green" : "red");
            }
        }

        return failed == 0
            ? ExitCode.Ok
            : throw new HarnessException($"{failed} of the rules do not hold at this broker", "compare its file with the output of: broker config");
    }
}
