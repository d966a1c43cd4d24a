using System.CommandLine;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.ServerHarness.Updates.Linking;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update build</c>: a bundle that waits for its signatures.</summary>
internal sealed class UpdateBuildCommand : HarnessCommand
{
    private readonly Argument<string[]> _files = new("FILE") 
    {
        Description = "The application and what it refers to: .pe, or .dll built by the .NET SDK. Without any: Blink, as this program was built with it.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly UpdateBuildOptions _options = new();

    public UpdateBuildCommand(Terminal terminal)
        : base(terminal, "build", "Make a bundle of an application. What would not link on the device is refused here.")
    {
        _files.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_files);
        foreach (var option in _options.All)
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update build --version 1.0.0 --output blink-1.0.0.bundle", "of Blink; not signed yet: 'update sign' does that"),
        new("update build --version 1.1.0 --floor 1.0.0 --expires-days 30 --output blink-1.1.0.bundle", "once it runs, nothing below 1.0.0 does any more"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var keys = new UpdateKeyFiles(line.GetRequiredValue(_options.Folder));
        var files = line.GetValue(_files) is { Length: > 0 } given ? given : [Devices.Firmware.OwnApplication];
        var images = ImageOrder.Sort([.. files.Select(ImageSource.Read)]);
        var request = _options.Request(line, images, keys);
        using var host = HostInventory.Open(line.GetValue(_options.Host) ?? Devices.Firmware.Own);
        var allowed = line.GetValue(_options.AllowList) is { } list ? AllowListFile.Read(list, keys.Current()) : null;
        new PublishingChecks(host, allowed, line.GetValue(_options.AcceptStatics)).Check(images, request.EntryType);

        var output = Path.GetFullPath(line.GetValue(_options.Output) ?? $"{request.Product}-{request.Version}.bundle");
        var bundle = BundleFile.Told(output, () => BundleBuilder.Build(request));
        BundleFile.Write(output, bundle);
        SequenceFile.Note(keys.Sequence(request.Product), request.Sequence);
        Report(line, output, request, images, bundle);
        return Task.FromResult(ExitCode.Ok);
    }

    private void Report(ParseResult line, string output, BundleRequest request, IReadOnlyList<PeImage> images, Bundle bundle)
    {
        var wrapped = images.Any(i => WrappedAssembly.Find(i) is not null);
        if (IsJson(line))
        {
            Terminal.Json(new { output, request.Product, request.Target, request.Sequence, version = request.Version.ToString(), bytes = bundle.ToArray().Length, virtualDeviceOnly = wrapped });
            return;
        }

        Terminal.Line($" {output}", "built", "green");
        Terminal.Line($"  for          {request.Product} on {request.Target}, version {request.Version}, sequence {request.Sequence}, until {request.Expires:yyyy-MM-dd}");
        Terminal.Line($"  images       {string.Join(", ", images.Select(i => $"{i.Name} {i.Version} ({i.Bytes.Length} bytes)"))}");
        Terminal.Line($"  to be signed {string.Join(", ", request.Signers)}");
        if (wrapped)
        {
            Terminal.Note("built from .NET assemblies: it runs on the VirtualDevice; for a board, give the .pe files of the nanoFramework build");
        }
    }
}
