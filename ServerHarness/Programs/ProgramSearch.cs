namespace SecureEsp.ServerHarness.Programs;

/// <summary>Finds a program as a shell does, and in the folders that a user's PATH often lacks.</summary>
internal static class ProgramSearch
{
    private const string SystemFolders = "/usr/local/sbin:/usr/sbin:/sbin:/opt/homebrew/sbin";

    /// <returns>The path, or null.</returns>
    public static string? Find(string program, string? searchPath)
    {
        if (program.Contains('/'))
        {
            return IsExecutable(program) ? Path.GetFullPath(program) : null;
        }

        var folders = searchPath ?? $"{Environment.GetEnvironmentVariable("PATH")}:{SystemFolders}";
        return folders.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(IsExecutable);
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
