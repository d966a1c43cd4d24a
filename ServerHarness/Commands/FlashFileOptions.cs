using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The options that put further files on a device's flash.</summary>
internal sealed class FlashFileOptions
{
    private readonly Option<string[]> _files = new("--file") { Description = @"A file for the device's flash, as NAME=FILE: I:\NAME gets what FILE has; may be repeated.", HelpName = "NAME=FILE" };
    private readonly Option<string?> _updates = new("--updates") { Description = "Take signed updates of the application from this URL, by the keys of 'update keygen'.", HelpName = "URL" };

    public IReadOnlyList<Option> All => [_files, _updates];

    /// <summary>The name on the flash, and the file here that has the content.</summary>
    /// <exception cref="HarnessException">An option is wrong, or a file is missing.</exception>
    public IReadOnlyDictionary<string, string> Files(ParseResult line, string pkiFolder)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (line.GetValue(_updates) is not null)
        {
            var keys = new UpdateKeyFiles(pkiFolder);
            _ = keys.ReadFirstSet();
            files[OnFlash("update-keys.cbor")] = keys.FirstSet;
        }

        foreach (var text in line.GetValue(_files) ?? [])
        {
            var equals = text.IndexOf('=');
            var (name, file) = equals < 1 ? ("", "") : (text[..equals], text[(equals + 1)..]);
            if (name.Length == 0 || name.Contains(':') || name.StartsWith('\\') || name.StartsWith('/'))
                throw new HarnessException($"--file: '{Text.Printable(text)}' is not of the form NAME=FILE", "as in --file payload-keys.txt=keys.txt", ExitCode.Usage);
            if (!File.Exists(file)) throw new HarnessException($"--file: there is no {Text.Printable(file)}", "give the path of a file on this machine behind the '='", ExitCode.Missing);
            files[OnFlash(name)] = file;
        }

        return files;
    }

    /// <summary>What stands in the settings for them.</summary>
    public IReadOnlyDictionary<string, string> Settings(ParseResult line) =>
        line.GetValue(_updates) is { } url ? new Dictionary<string, string> { ["update.url"] = url } : [];

    private static string OnFlash(string name) => @"I:\" + name.Replace('/', '\\');
}
