namespace SecureEsp.ServerHarness.Commands;

/// <summary>How this program is called from where the user is: a line that is shown must run as pasted.</summary>
internal static class ProgramName
{
    /// <summary>From the repository's root.</summary>
    public const string FromSources = "dotnet run --project ServerHarness --";

    private const string Installed = "secureesp";

    /// <summary>The words before the command.</summary>
    public static string Here { get; } = Of(Environment.CurrentDirectory, Environment.ProcessPath, Environment.GetEnvironmentVariable("PATH"));

    /// <param name="folder">Where the user is.</param>
    /// <param name="process">The running program; dotnet where it runs our assembly.</param>
    /// <param name="searchPath">PATH.</param>
    internal static string Of(string folder, string? process, string? searchPath)
    {
        if (File.Exists(Path.Combine(folder, "ServerHarness", "ServerHarness.csproj")))
        {
            return FromSources;
        }

        if (Path.GetFileNameWithoutExtension(process) != Installed)
        {
            return $"dotnet {Quoted(typeof(ProgramName).Assembly.Location)}";
        }

        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Any(one => File.Exists(Path.Combine(one, Path.GetFileName(process)!))) ? Installed : Quoted(process!);
    }

    private static string Quoted(string path) => path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;
}
