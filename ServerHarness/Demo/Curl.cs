using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>Calls with the program curl, as a reader could do it, and shows the line.</summary>
internal sealed class Curl(DemoConsole console)
{
    // Longer than curl's own.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(70);

    /// <summary>Calls.</summary>
    /// <param name="shown">The arguments that say something.</param>
    /// <param name="hidden">Where a name's port really is.</param>
    /// <returns>curl's exit code, and what it printed: the body, or its error.</returns>
    public async Task<(int ExitCode, string Text)> CallAsync(string[] shown, string[] hidden, CancellationToken cancellation)
    {
        console.Say("curl", string.Join(' ', shown.Select(a => a.Contains(' ') || a.Contains('{') ? $"'{a}'" : Path.IsPathRooted(a) ? Path.GetFileName(a) : a)), "cyan");
        var run = await ProgramRun.RunAsync("curl", ["-sS", "-m", "60", .. hidden, .. shown], "curl", s_limit, input: null, cancellation);
        var text = (run.Text + run.Words).Trim();
        console.Say("curl", $"exit {run.ExitCode}: {Shorten(text)}", run.ExitCode == 0 ? "cyan" : "red");
        return (run.ExitCode, text);
    }

    private static string Shorten(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length > 120 ? line[..120] + "..." : line;
    }
}
