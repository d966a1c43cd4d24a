using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary><c>device call</c>: any method of a device.</summary>
internal sealed class DeviceCallCommand : CallingCommand
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Argument<string> _method = new("METHOD") { Description = "What to call, FS.List for example; RPC.List tells what there is." };
    private readonly Argument<string?> _arguments = new("JSON") { Description = "The arguments, a JSON object; - reads it from standard input.", Arity = ArgumentArity.ZeroOrOne };

    private JsonObject? _parsed;

    public DeviceCallCommand(Terminal terminal)
        : base(terminal, "call", "Call a method of a device and show its result.")
    {
        _method.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_method);
        Arguments.Add(_arguments);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("device call RPC.List --at mqtts://localhost/esp32-kitchen", "through the broker: what the device can do, while both run as in: device run --help"),
        new("device call Config.Get '{\"key\":\"mqtt\"}' --at https://server.test --connect 127.0.0.5:9443", "at the device itself: 'device run --web' says where; a board is at its own address, port 443"),
    ];

    protected override void Check(ParseResult line) => _parsed = Parse(line.GetValue(_arguments));

    protected override async Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation)
    {
        var result = await channel.CallAsync(line.GetRequiredValue(_method), _parsed, cancellation);
        if (IsJson(line))
        {
            Terminal.Json(result);
        }
        else
        {
            foreach (var one in JsonSerializer.Serialize(result, s_readable).Split('\n'))
            {
                Terminal.Line(Text.Printable(one.TrimEnd('\r')));
            }
        }
    }

    private static JsonObject? Parse(string? text)
    {
        try
        {
            text = text == "-" ? System.Console.In.ReadToEnd() : text;
            return text is null ? null
                : JsonNode.Parse(text) as JsonObject ?? throw new HarnessException("the arguments are no JSON object", "for example {\"path\":\"/\"}", ExitCode.Usage);
        }
        catch (JsonException e)
        {
            throw new HarnessException($"the arguments are no JSON: {Text.Printable(e.Message)}", "in a shell put them in single quotes: '{\"path\":\"/\"}'", ExitCode.Usage, e);
        }
    }
}
