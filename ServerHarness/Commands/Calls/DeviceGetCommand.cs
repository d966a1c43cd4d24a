using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary><c>device get</c>: a file from a device.</summary>
internal sealed class DeviceGetCommand : CallingCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file on the device." };
    private readonly Argument<string?> _target = new("TARGET") { Description = "Where to write it, a file or a folder; its own name in this folder if left out.", Arity = ArgumentArity.ZeroOrOne };

    private string _path = "";

    public DeviceGetCommand(Terminal terminal)
        : base(terminal, "get", "Read a file of a device. TARGET is written when all of it is there.")
    {
        _file.Validators.Add(PkiArguments.RefuseOptions);
        _target.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_file);
        Arguments.Add(_target);
    }

    public override IReadOnlyList<Example> Examples => [new("device get www/ca.crt --at mqtts://localhost/esp32-kitchen", "writes ca.crt in this folder")];

    protected override void Check(ParseResult line)
    {
        var file = line.GetRequiredValue(_file);
        var name = file[(file.LastIndexOf('/') + 1)..];
        if (name.Length == 0 || name is "." or "..") throw new HarnessException($"'{Text.Printable(file)}' is no file's name", "see what there is: device ls", ExitCode.Usage);
        _path = line.GetValue(_target) is { Length: > 0 } given ? given : name;
        if (Directory.Exists(_path)) _path = Path.Combine(_path, name);
        if (Path.GetDirectoryName(Path.GetFullPath(_path)) is { } folder && !Directory.Exists(folder))
            throw new HarnessException($"there is no folder {Text.Printable(folder)}", "make it, or name another TARGET", ExitCode.Missing);
    }

    protected override async Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(_file);
        var target = _path;
        var files = new DeviceFiles(channel);
        Passing = () => $"reading {Text.Printable(file)}, {files.Passed} bytes";
        using var content = new MemoryStream();
        await files.GetAsync(file, content, cancellation);
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
