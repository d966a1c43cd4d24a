using System.CommandLine;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary><c>device put</c>: a file to a device.</summary>
internal sealed class DevicePutCommand : CallingCommand
{
    private const long MaxBytes = 1 << 23;

    private readonly Argument<string> _source = new("FILE") { Description = "The file here." };
    private readonly Argument<string?> _target = new("TARGET") { Description = "Its name on the device; its own name if left out.", Arity = ArgumentArity.ZeroOrOne };

    private byte[] _content = [];

    public DevicePutCommand(Terminal terminal)
        : base(terminal, "put", "Write a file to a device: beside its place first, read back, and then put there in one step.")
    {
        _source.Validators.Add(PkiArguments.RefuseOptions);
        _target.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_source);
        Arguments.Add(_target);
    }

    public override IReadOnlyList<Example> Examples => [new("device put Certificates/out/ca-chain.cert.pem www/ca.crt --at mqtts://localhost/esp32-kitchen", "a file that its own server then serves")];

    protected override void Check(ParseResult line) => _content = Read(line.GetRequiredValue(_source));

    protected override async Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation)
    {
        var source = line.GetRequiredValue(_source);
        var target = line.GetValue(_target) ?? Path.GetFileName(source);
        var files = new DeviceFiles(channel);
        Passing = () => $"writing {Text.Printable(target)}, {files.Passed} of {_content.Length} bytes";
        await files.PutAsync(_content, target, cancellation);
        if (IsJson(line))
        {
            Terminal.Json(new { file = source, target, size = _content.Length });
        }
        else
        {
            Terminal.Line($" {Text.Printable(target)} on the device, {_content.Length} bytes, read back", "written", "green");
        }
    }

    private static byte[] Read(string path)
    {
        if (Directory.Exists(path)) throw new HarnessException($"{Text.Printable(path)} is a folder", "put its files one by one", ExitCode.Usage);
        if (!File.Exists(path)) throw new HarnessException($"there is no file {Text.Printable(path)}", "give the path of an existing file", ExitCode.Missing);
        return new FileInfo(path).Length <= MaxBytes ? File.ReadAllBytes(path) : throw new HarnessException($"{Text.Printable(path)} is larger than any device's flash", "give a smaller one", ExitCode.Usage);
    }
}
