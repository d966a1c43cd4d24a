using System.CommandLine;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary><c>device ls</c>: the files of a device.</summary>
internal sealed class DeviceLsCommand : CallingCommand
{
    private readonly Argument<string> _path = new("PATH") { Description = "A directory.", DefaultValueFactory = _ => "/" };

    public DeviceLsCommand(Terminal terminal)
        : base(terminal, "ls", "List the files of a device. Its keys, settings and updates are not among them.")
    {
        _path.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_path);
    }

    public override IReadOnlyList<Example> Examples => [new("device ls /www --at mqtts://localhost/esp32-kitchen", "the files that its own server serves")];

    protected override async Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation)
    {
        foreach (var (name, size) in await new DeviceFiles(channel).ListAsync(line.GetRequiredValue(_path), cancellation))
        {
            if (IsJson(line))
            {
                Terminal.Json(new { name, size });
            }
            else
            {
                Terminal.Line($"{size,8}  {Text.Printable(name)}");
            }
        }
    }
}
