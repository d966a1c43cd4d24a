using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>Colour on a terminal only, and never against the user's word.</summary>
public sealed class ColourTests
{
    private const char Escape = '\u001b';

    [TimedTheory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=1 ", false)]
    [InlineData("TERM=dumb ", false)]
    public async Task On_a_terminal_there_is_colour_unless_it_is_refused(string environment, bool colour)
    {
        using var folder = new TemporaryFolder();
        var result = await Tool.Run(
            "script", "-qec", $"env -u NO_COLOR TERM=xterm {environment}dotnet '{Cli.Assembly}' pki init --folder '{folder.File("pki")}'", "/dev/null");
        Assert.Equal(0, result.ExitCode);

        // The runtime itself greets a terminal with other sequences: what counts are colours, "ESC [ numbers m".
        Assert.Equal(colour, Regex.IsMatch(result.Output, Escape + @"\[[0-9;]*m"));
        Assert.Contains("root SecureEsp Root CA", result.Output);
    }

    [TimedFact]
    public async Task Into_a_pipe_there_is_neither_colour_nor_wrapping()
    {
        using var folder = new TemporaryFolder();
        await using var run = Cli.Start(folder.Path, "pki", "init", "--folder", folder.File(new string('a', 120)));
        var result = await run.End();
        Assert.DoesNotContain(Escape, result.All);
        Assert.Contains($"certificate  {folder.File(new string('a', 120), "authorities", "root.cert.pem")}\n", result.Output);
    }
}
