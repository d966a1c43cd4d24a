using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary>A command that calls a device as an operator of the PKI.</summary>
internal abstract class CallingCommand : HarnessCommand
{
    private readonly Option<string> _at = new("--at")
    {
        Description = "The device: https://NAME[:PORT], its own server, or mqtts://BROKER[:PORT]/ID, through the broker.", HelpName = "ADDRESS", Required = true,
    };

    private readonly Option<IPEndPoint?> _connect = new("--connect")
    {
        Description = "With https: where to connect to instead of asking for the name's address.",
        HelpName = "ADDRESS:PORT",
        CustomParser = result =>
        {
            if (IPEndPoint.TryParse(result.Tokens[0].Value, out var end) && end.Port > 0)
            {
                return end;
            }

            result.AddError($"--connect: '{result.Tokens[0].Value}' is no address with a port such as {DeviceLabel.Address}:443");
            return null;
        },
    };

    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _operator = new("--operator") { Description = "The operator to be; the PKI's first one if left out.", HelpName = "NAME" };

    protected CallingCommand(Terminal terminal, string name, string description)
        : base(terminal, name, description)
    {
        _operator.CompletionSources.Add(NameSuggestions.Of(Leaf.OperatorKind, _folder));
        foreach (var option in new Option[] { _at, _connect, _operator, _folder })
        {
            Options.Add(option);
        }
    }

    /// <summary>What passes, for who waits at a terminal; null while the device is only waited for.</summary>
    protected Func<string>? Passing { get; set; }

    /// <summary>Looks at what the line says, before anything is tried.</summary>
    /// <exception cref="HarnessException">It cannot be done.</exception>
    protected virtual void Check(ParseResult line)
    {
    }

    /// <summary>Calls the device. Its own errors may be thrown as they are.</summary>
    protected abstract Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation);

    protected sealed override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var address = DeviceAddress.Parse(line.GetRequiredValue(_at));
        var connect = line.GetValue(_connect);
        if (connect is not null && address.DeviceId is not null) throw new HarnessException("--connect is for https only", "leave it out", ExitCode.Usage);
        Check(line);
        var layout = PkiFolder.Open(line.GetRequiredValue(_folder)).Layout;
        var identity = ClientChoice.Operator(layout, line.GetValue(_operator)).Files;
        using var progress = Terminal.Progress(() => Passing?.Invoke() ?? $"waiting for {address}");
        await using var channel = address.DeviceId is null
            ? (IDeviceChannel)new HttpsChannel(address, layout.CaChain, identity, connect)
            : await MqttChannel.OpenAsync(new(new() { Host = address.Host, Port = address.Port, CaFile = layout.CaChain, Identity = identity }), address.DeviceId, cancellation);
        try
        {
            await CallAsync(line, channel, cancellation);
            return ExitCode.Ok;
        }
        catch (DeviceError e)
        {
            throw new HarnessException(Text.Printable(e.Message), Hint(e), inner: e);
        }
    }

    private static string Hint(DeviceError e) => (e.Code, e.Words) switch
    {
        (_, var words) when words.Contains("the flash is full", StringComparison.Ordinal) => "make room: device call FS.Remove '{\"filename\":\"NAME\"}'",
        (_, var words) when words.StartsWith("failed to open file", StringComparison.Ordinal) || words is "rename failed" =>
            "see what there is: device ls; the device's own files, such as keys (*.pem, *.key) and settings, answer as if they were not there",
        (400, _) => "look at the arguments: device call RPC.Describe '{\"name\":\"METHOD\"}'",
        (403, _) => "nobody may do that over a call",
        (404, _) => "see what there is: device call RPC.List, or Config.Get",
        _ => "the device's console says more",
    };
}
