using System.Diagnostics;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>Calls with the program curl, as a reader could do it, and shows the line.</summary>
internal sealed class Curl(DemoConsole console)
{
    /// <summary>Whether it is there.</summary>
    public static bool IsAvailable => ProgramSearch.Find("curl", null) is not null;

    /// <summary>Calls.</summary>
    /// <param name="shown">The arguments that say something.</param>
    /// <param name="hidden">Where a name's port really is.</param>
    /// <returns>curl's exit code, and what it printed: the body, or its error.</returns>
    public async Task<(int ExitCode, string Text)> CallAsync(string[] shown, string[] hidden, CancellationToken cancellation)
    {
        console.Say("curl", string.Join(' ', shown.Select(a => a.Contains(' ') || a.Contains('{') ? $"'{a}'" : Path.IsPathRooted(a) ? Path.GetFileName(a) : a)), "cyan");
        var start = new ProcessStartInfo(ProgramSearch.Find("curl", null)!, ["-sS", "-m", "60", .. hidden, .. shown]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var text = (output + await error).Trim();
        console.Say("curl", $"exit {process.ExitCode}: {Shorten(text)}", process.ExitCode == 0 ? "cyan" : "red");
        return (process.ExitCode, text);
    }

    private static string Shorten(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length > 120 ? line[..120] + "..." : line;
    }
}
