using System.CommandLine;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The options that put further files on a device's flash.</summary>
internal sealed class FlashFileOptions
{
    private const string Form = "NAME=FILE", Sample = "payload-keys.txt=keys.txt";

    private readonly Option<string[]> _files = new("--file") { Description = @"A file for the device's flash, as NAME=FILE: I:\NAME gets what FILE has; may be repeated.", HelpName = "NAME=FILE" };
    private readonly Option<string?> _updates = new("--updates") { Description = "Take signed updates of the application from this URL, by the keys of 'update keygen'.", HelpName = "URL" };

    public IReadOnlyList<Option> All => [_files, _updates];

    /// <summary>All files for the flash: the name there, and the file here that has the content.</summary>
    /// <param name="others">Those that other options put there.</param>
    /// <param name="hasLabel">Whether the device's label puts its secrets there.</param>
    /// <exception cref="HarnessException">An option is wrong, a file is missing, or a name is taken.</exception>
    public IReadOnlyDictionary<string, string> Files(ParseResult line, string pkiFolder, IReadOnlyDictionary<string, string> others, bool hasLabel = false)
    {
        var files = new Dictionary<string, string>(others);
        if (line.GetValue(_updates) is not null)
        {
            var keys = new UpdateKeyFiles(pkiFolder);
            _ = keys.ReadFirstSet();
            files[UpdateKeyFiles.OnBoard] = keys.FirstSet;
        }

        foreach (var (name, file) in Pairs.Of(line.GetValue(_files), "--file", Form, Sample))
        {
            var parts = name.Split('/', '\\');
            if (name.Contains(':') || parts[0].Length == 0 || parts.Any(p => p is "." or "..")) throw Pairs.Refused($"{name}={file}", "--file", Form, Sample);
            if (!File.Exists(file)) throw new HarnessException($"--file: there is no {Text.Printable(file)}", "give the path of a file on this machine behind the '='", ExitCode.Missing);
            var path = @"I:\" + string.Join('\\', parts.Where(p => p.Length > 0));
            if (Owner(path, hasLabel) is { } owner) throw Taken(name, owner);
            if (!files.TryAdd(path, file)) throw Taken(name, "another option, such as --web, --updates or a second --file, puts it there");
        }

        return files;
    }

    /// <summary>What stands in the settings for them.</summary>
    public IReadOnlyDictionary<string, string> Settings(ParseResult line) =>
        line.GetValue(_updates) is { } url ? new Dictionary<string, string> { ["update.url"] = url } : [];

    // What else it is that writes a file of this name; null for nothing.
    private static string? Owner(string path, bool hasLabel) => path switch
    {
        BoardFiles.SettingsOnBoard => "settings are given with --setting KEY=VALUE",
        PresenceSecrets.OnBoard when hasLabel => "'board label' has made it",
        _ => null,
    };

    private static HarnessException Taken(string name, string why) =>
        new($"--file: the name {Text.Printable(name)} is taken on the flash", $"{why}; choose another name, or leave it out", ExitCode.Usage);
}
