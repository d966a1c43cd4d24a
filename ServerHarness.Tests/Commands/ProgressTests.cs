using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>The line that says what takes its time.</summary>
public sealed class ProgressTests
{
    private const string Clear = "\r\u001b[K";

    [TimedFact]
    public async Task After_a_second_a_terminal_says_what_is_being_done_and_takes_it_away_for_every_other_line()
    {
        await using var error = new HeardWriter();
        var terminal = new Terminal(TextWriter.Null, error, colour: false, live: true);
        using (terminal.Progress("making keys"))
        {
            await error.Until(text => text.Contains("making keys"));
            Assert.Equal($"{Clear}making keys … 1 s", error.Text);
            terminal.Fail("it failed", "try again");
        }

        Assert.Matches($"^{Clear[..1]}\u001b\\[Kmaking keys … 1 s\r\u001b\\[Kerror: it failed\nhint: try again\n", error.Text);
        Assert.DoesNotMatch("making keys … \\d+ s$", error.Text);
    }

    [Fact]
    public void Without_a_terminal_and_with_quiet_there_is_none()
    {
        Assert.Null(new Terminal(TextWriter.Null, TextWriter.Null, colour: false).Progress("making keys"));
        Assert.Null(new Terminal(TextWriter.Null, TextWriter.Null, colour: false, live: true) { IsQuiet = true }.Progress("making keys"));
    }

    [TimedTheory]
    [InlineData("secureesp", true, "secureesp")]
    [InlineData("secureesp", false, "/opt/secureesp")]
    [InlineData("dotnet", true, "dotnet ")]
    public async Task Lines_to_paste_call_the_program_as_it_can_be_called_from_here(string process, bool onPath, string expected)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("secureesp"), "");
        Assert.StartsWith(expected, ProgramName.Of(folder.Path, "/opt/" + process, onPath ? $"/bin:{folder.Path}" : "/bin"));
        Assert.Equal("dotnet run --project ServerHarness --", ProgramName.Of(Sources.Path(), "/opt/" + process, "/bin"));
    }

    // What was written, and a wait for it.
    private sealed class HeardWriter : StringWriter
    {
        private readonly SemaphoreSlim _written = new(0);
        private readonly Lock _turn = new();

        public string Text
        {
            get
            {
                lock (_turn)
                {
                    return ToString();
                }
            }
        }

        public override void Write(char value)
        {
            lock (_turn)
            {
                base.Write(value);
            }
        }

        public override void Write(string? value)
        {
            lock (_turn)
            {
                base.Write(value);
            }
        }

        public override void Flush() => _written.Release();

        public async Task Until(Func<string, bool> wanted)
        {
            while (!wanted(Text))
            {
                await _written.WaitAsync();
            }
        }
    }
}
