using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary><c>device get</c>: a file from a device.</summary>
internal sealed class DeviceGetCommand : CallingCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file on the device." };
    private readonly Argument<string?> _target = new("TARGET") { Description = "Where to write it; its own name in this folder if left out.", Arity = ArgumentArity.ZeroOrOne };

    public DeviceGetCommand(Terminal terminal)
        : base(terminal, "get", "Read a file of a device. TARGET is written when all of it is there.")
    {
        _file.Validators.Add(PkiArguments.RefuseOptions);
        _target.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_file);
        Arguments.Add(_target);
    }

    public override IReadOnlyList<Example> Examples => [new("device get www/ca.crt --at mqtts://localhost/esp32-kitchen", "writes ca.crt in this folder")];

    protected override async Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(_file);
        var target = line.GetValue(_target) ?? file[(file.LastIndexOf('/') + 1)..];
        if (target.Length == 0 || target is "." or "..") throw new HarnessException($"'{Text.Printable(file)}' is no file's name", "see what there is: device ls", ExitCode.Usage);
        var files = new DeviceFiles(channel);
        using var content = new MemoryStream();
        using (Terminal.Progress(() => $"reading {Text.Printable(file)}, {files.Passed} bytes"))
        {
            await files.GetAsync(file, content, cancellation);
        }

        AtomicFile.Write(target, content.ToArray(), AtomicFile.Public);
        if (IsJson(line))
        {
            Terminal.Json(new { file, target, size = content.Length });
        }
        else
        {
            Terminal.Line($" {Text.Printable(target)}, {content.Length} bytes", "written", "green");
        }
    }
}
