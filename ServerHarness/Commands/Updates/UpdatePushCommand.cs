using System.CommandLine;
using System.Globalization;
using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update push</c>: secure_esp's update topics, to one device, a group or all.</summary>
internal sealed class UpdatePushCommand : HarnessCommand
{
    private const string Revert = "update/revert";
    private const int ShortestInterval = 300;
    private const int LongestInterval = 9_999_999;

    private readonly Argument<string> _what = UpdateOptions.File("WHAT", "run, url, use_url, interval, restart or revert.");
    private readonly Argument<string?> _value = new("VALUE") { Description = "The URL, 0 or 1, or the seconds.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _devices = new("--device") { Description = "Id of a device; may be repeated.", HelpName = "ID" };
    private readonly Option<string?> _group = new("--group") { Description = "The devices of this group of the store's groups.json.", HelpName = "NAME" };
    private readonly Option<bool> _all = new("--all") { Description = "Every device, by secure_esp's own topics (needs 'broker --seed-topics')." };
    private readonly Option<string> _store = StoreOption.Make();
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly OperatorOptions _operator;

    public UpdatePushCommand(Terminal terminal)
        : base(terminal, "push", "Tell devices by MQTT to look for an update now, or where and how often.")
    {
        _operator = new(_folder);
        _what.AcceptOnlyFromAmong("run", "url", "use_url", "interval", "restart", "revert");
        _value.Validators.Add(PkiArguments.RefuseOptions);
        Arguments.Add(_what);
        Arguments.Add(_value);
        foreach (var option in new Option[] { _devices, _group, _all, _store }.Concat(_operator.All).Append(_folder))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update push run --device esp32-kitchen", "while 'broker' runs: look for an update now"),
        new("update push revert --device esp32-kitchen", "go back to the application before the one that runs"),
        new("update push interval 3600 --device esp32-kitchen", "look every hour"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var (topic, message) = Message(line.GetRequiredValue(_what), line.GetValue(_value));
        var topics = Topics(line, topic);
        var client = _operator.Client(line);
        foreach (var one in topics)
        {
            await client.PublishAsync(one, message, cancellation);
            if (IsJson(line))
            {
                Terminal.Json(new { topic = one, message });
            }
            else
            {
                Terminal.Line($" {one} {message}".TrimEnd(), "published", "green");
            }
        }

        return ExitCode.Ok;
    }

    /// <summary>What a device would refuse is not sent.</summary>
    private static (string Topic, string Message) Message(string what, string? value)
    {
        var wrong = what switch
        {
            "run" or "restart" or "revert" => value is null ? null : $"{what} takes no value",
            "url" => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? null : "an https URL is needed",
            "use_url" => value is "0" or "1" ? null : "0 or 1 is needed",
            _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= ShortestInterval and <= LongestInterval
                ? null : $"seconds from {ShortestInterval} to {LongestInterval} are needed",
        };
        return wrong is null ? (what == "restart" ? what : $"update/{what}", value ?? "") : throw new HarnessException($"update push {what}: {wrong}", "see update push --help", ExitCode.Usage);
    }

    private IReadOnlyList<string> Topics(ParseResult line, string topic)
    {
        var devices = (line.GetValue(_devices) ?? []).ToList();
        if (line.GetValue(_group) is { } group)
        {
            devices.AddRange(new StoreFolder(line.GetRequiredValue(_store)).Groups.TryGetValue(group, out var members)
                ? members
                : throw new HarnessException($"groups.json of the store has no group '{Text.Printable(group)}'", "write it there: {\"kitchen\": [\"esp32-kitchen\"]}", ExitCode.Usage));
        }

        if (devices.FirstOrDefault(d => d.Length == 0 || d.IndexOfAny(['/', '+', '#', '\0']) >= 0) is { } wrong)
        {
            throw new HarnessException($"'{Text.Printable(wrong)}' is no id of a device", "give what its certificate is issued for", ExitCode.Usage);
        }

        return (line.GetValue(_all), devices.Count) switch
        {
            (true, 0) when topic == Revert => throw new HarnessException("going back is asked of single devices, never of all at once", "give --device ID or --group NAME", ExitCode.Usage),
            (true, 0) => [$"/esp/{topic}"],
            (false, > 0) => [.. devices.Distinct().Select(d => $"esp/{d}/{topic}")],
            _ => throw new HarnessException("who is meant?", "give --device ID, --group NAME or --all", ExitCode.Usage),
        };
    }
}
