using System.CommandLine;
using System.Text.Json;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>
/// Where a command's options come from: the command line first, then the environment (<c>SECUREESP_HTTPS_PORT</c> is
/// <c>--https-port</c>), then the file that <c>--config</c> names, then the default. Every value is read by the option's own parser.
/// </summary>
internal sealed class Layers(Command command, IReadOnlyList<Option> options, Option<string?> config)
{
    private const string Prefix = "SECUREESP_";

    /// <summary>--config, the file with options.</summary>
    public static Option<string?> Config() => new("--config")
    {
        Description = "A JSON file with options: {\"https-port\": 8443}. The command line and SECUREESP_… variables come before it.",
        HelpName = "FILE",
    };

    /// <summary>The name of an option's environment variable.</summary>
    public static string Variable(Option option) => Prefix + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>The command line as if all layers had been written on it.</summary>
    /// <param name="variable">Gives an environment variable, or null.</param>
    /// <exception cref="HarnessException">A value cannot be read, or the file has an option that does not exist.</exception>
    public ParseResult Merge(ParseResult line, Func<string, string?> variable)
    {
        var path = IsGiven(line, config) ? line.GetValue(config) : variable(Variable(config)) ?? line.GetValue(config);
        var file = path is null ? [] : ReadFile(path);
        List<string> merged = [];
        foreach (var option in options)
        {
            if (IsGiven(line, option))
            {
                var values = line.GetResult(option)!.Tokens.Select(t => t.Value).ToList();
                merged.Add(values is [var value] ? $"{option.Name}={value}" : option.Name);
            }
            else if (variable(Variable(option)) is { Length: > 0 } text)
            {
                merged.Add(Checked(option, text, $"the variable {Variable(option)}"));
            }
            else if (file.TryGetValue(option.Name, out var written))
            {
                merged.Add(Checked(option, written, path!));
            }
        }

        return command.Parse(merged);
    }

    private static bool IsGiven(ParseResult line, Option option) => line.GetResult(option) is { Implicit: false };

    private string Checked(Option option, string value, string source)
    {
        var argument = $"{option.Name}={value}";
        return command.Parse([argument]).Errors is [var error, ..]
            ? throw new HarnessException(
                Text.Printable($"{source}: {error.Message.TrimEnd('.')}"), $"correct it, or see {command.Name} --help", ExitCode.Usage)
            : argument;
    }

    private Dictionary<string, string> ReadFile(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new()
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                AllowDuplicateProperties = false,
            });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().ToDictionary(p => Known(p.Name, path), p => Scalar(p, path))
                : throw Unusable(path, "it is not a JSON object", null);
        }
        catch (JsonException e)
        {
            throw Unusable(path, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"the file of --config cannot be read: {e.Message}", "check its path and owner", ExitCode.Missing, e);
        }
    }

    private string Known(string name, string path) => options.Any(o => o.Name == "--" + name)
        ? "--" + name
        : throw Unusable(path, $"there is no option '{name}'", null);

    private static string Scalar(JsonProperty property, string path) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
        _ => throw Unusable(path, $"'{property.Name}' is neither text, number, true nor false", null),
    };

    private static HarnessException Unusable(string path, string why, Exception? inner) => new(
        Text.Printable($"{path} is not usable: {why}"), "write it as {\"https-port\": 8443, \"client-certificates\": \"required\"}", ExitCode.Usage, inner);
}
