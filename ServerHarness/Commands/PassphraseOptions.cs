using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>
/// Where a passphrase comes from: the option's file, else an environment variable, else the terminal. Never the command
/// line, which every process of the machine can read.
/// </summary>
internal sealed class PassphraseOptions
{
    /// <summary>Holds the passphrase of the authorities' keys.</summary>
    public const string CaVariable = "SECUREESP_CA_PASSPHRASE";

    private readonly string _variable;
    private readonly Option<string?> _file;

    public PassphraseOptions(string name, string variable, string of)
    {
        _variable = variable;
        _file = new(name)
        {
            Description = $"A file whose first line is the passphrase of {of}; - is standard input. Otherwise {variable} is used.",
            HelpName = "PATH",
        };
    }

    /// <summary>The passphrase of the authorities' keys.</summary>
    public static PassphraseOptions OfAuthorities() => new("--passphrase-file", CaVariable, "the authorities' keys");

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>For opening the authorities' keys: asks in a terminal when nothing else tells it.</summary>
    public CaPassphrase ForAuthorities(ParseResult line, Terminal terminal) =>
        new(() => Given(line) ?? terminal.Ask("passphrase of the authorities' keys: "));

    /// <summary>The passphrase that file or variable tell; null if neither does.</summary>
    /// <exception cref="HarnessException">The file cannot be read or its first line is empty.</exception>
    public string? Given(ParseResult line)
    {
        if (line.GetValue(_file) is not { } path)
        {
            return Environment.GetEnvironmentVariable(_variable) is { Length: > 0 } value ? value : null;
        }

        using var reader = path == "-" ? Console.In : Open(path);
        return reader.ReadLine() is { Length: > 0 } first
            ? first
            : throw new HarnessException($"the first line of {path} is empty", "write the passphrase into it", ExitCode.Missing);
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"passphrase file {path} cannot be read: {e.Message}", "name a file that this user can read", ExitCode.Missing, e);
        }
    }
}
