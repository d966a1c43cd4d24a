using System.CommandLine;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update publish</c>: a bundle into the store, for the devices that are to have it.</summary>
internal sealed class UpdatePublishCommand : HarnessCommand
{
    private readonly Argument<string> _file = UpdateOptions.File("BUNDLE", "The signed bundle.");
    private readonly Option<string> _store = StoreOption.Make();
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _keySet = UpdateOptions.Path("--key-set", "The key set that the devices have; without it that of 'update keygen'.");
    private readonly Option<string[]> _groups = new("--group") { Description = "Only for devices of this group of the store's groups.json; may be repeated.", HelpName = "NAME" };
    private readonly Option<int> _percentage = new("--percentage") { Description = "For so many of a hundred devices.", HelpName = "NUMBER", DefaultValueFactory = _ => 100 };
    private readonly Option<int> _stopAfter = new("--stop-after") { Description = "Offer it to nobody more once so many devices have rolled it back; 0 never stops.", HelpName = "NUMBER" };

    private readonly S3Options _s3 = new();

    public UpdatePublishCommand(Terminal terminal)
        : base(terminal, "publish", "Put a signed bundle into the store, at once for all or in stages. Published again with other stages, it goes on.")
    {
        _percentage.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100)
            {
                result.AddError("--percentage: a number from 1 to 100 is needed");
            }
        });
        Arguments.Add(_file);
        foreach (var option in new Option[] { _store, _groups, _percentage, _stopAfter, _keySet, _folder }.Concat(_s3.All))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update publish blink-1.0.0.bundle", "to every device that asks"),
        new("update publish blink-1.1.0.bundle --percentage 10 --stop-after 3", "to a tenth of them, until three have rolled it back"),
        new("update publish blink-1.1.0.bundle", "the same to all"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(_file);
        var bundle = BundleFile.Read(file);
        var store = new StoreFolder(line.GetRequiredValue(_store));
        var keys = line.GetValue(_keySet) is { } path ? UpdateKeyFiles.ReadSet(path) : new UpdateKeyFiles(line.GetRequiredValue(_folder)).ReadFirstSet();
        var rollout = new Rollout(line.GetValue(_groups) ?? [], line.GetValue(_percentage), line.GetValue(_stopAfter));
        CheckGroups(store, rollout);
        var s3 = _s3.Read(line);
        var release = BundleFile.Told(file, () => Publisher.Publish(store, bundle, keys, rollout, DateTimeOffset.UtcNow, (key, content) =>
        {
            if (s3 is not null)
            {
                S3Upload.Put(s3, key, content, cancellation);
            }
        }));
        if (IsJson(line))
        {
            Terminal.Json(release);
            return Task.FromResult(ExitCode.Ok);
        }

        Terminal.Line($" {release.Product} {release.Version}, {release.Size} bytes", "published", "green");
        Terminal.Line($"  object       {release.Object}{(s3 is null ? "" : $" in {s3.Bucket} at {s3.Endpoint}")}");
        Terminal.Line($"  for          {(rollout.Groups.Count == 0 ? "all devices" : string.Join(", ", rollout.Groups))}, {rollout.Percentage} %{(rollout.StopAfter > 0 ? $", until {rollout.StopAfter} have rolled it back" : "")}");
        return Task.FromResult(ExitCode.Ok);
    }

    private static void CheckGroups(StoreFolder store, Rollout rollout)
    {
        if (rollout.Groups.FirstOrDefault(g => !store.Groups.ContainsKey(g)) is { } unknown)
        {
            throw new HarnessException($"groups.json of the store has no group '{Text.Printable(unknown)}'", "write it there: {\"kitchen\": [\"esp32-kitchen\"]}", ExitCode.Usage);
        }
    }
}
