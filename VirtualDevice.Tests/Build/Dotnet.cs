using System.Diagnostics;

namespace SecureEsp.VirtualDevice.Tests.Build;

/// <summary>The dotnet program.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <returns>Its exit code and all that it printed.</returns>
    public static (int ExitCode, string Output) Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(Limit)) return (process.ExitCode, output.Result);
        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"dotnet {arguments[0]} did not end within {Limit.TotalMinutes:0} minutes");
    }
}
