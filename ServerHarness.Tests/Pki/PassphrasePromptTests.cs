namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>The passphrase of the authorities' keys, typed in a terminal.</summary>
public sealed class PassphrasePromptTests : IDisposable
{
    private const string Question = "passphrase of the authorities' keys: ";
    private const string Passphrase = "correct horse";

    private readonly TemporaryFolder _folder = new();

    private string Key => _folder.File("pki/authorities/intermediate.key.pem");

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task This_terminal_echoes_unless_a_program_switches_that_off()
    {
        await using var terminal = PseudoTerminal.Start(_folder.Path, "sh", "-c", "printf 'name: '; read name; exit 7");
        await terminal.WaitFor("name: ");
        await terminal.Press(Passphrase + "\r");
        Assert.Equal(7, await terminal.End());
        Assert.Contains(Passphrase, terminal.Shown);
    }

    [TimedFact]
    public async Task Init_asks_twice_shows_nothing_and_encrypts_every_authoritys_key()
    {
        await using var terminal = Start("init", "--ask-passphrase");
        await terminal.WaitFor(Question);
        await terminal.Press("corx\u007frect horse\r");
        await terminal.WaitFor("once more: ");
        await terminal.Press(Passphrase + "\r");
        Assert.True(await terminal.End() == 0, terminal.Shown);
        ShowsNothingTyped(terminal);
        foreach (var authority in new[] { "root", "intermediate", "operator-ca" })
        {
            var key = _folder.File($"pki/authorities/{authority}.key.pem");
            Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", await File.ReadAllTextAsync(key));
            Assert.Equal(0, (await Tool.Run("openssl", "pkey", "-in", key, "-noout", "-passin", "pass:" + Passphrase)).ExitCode);
            Assert.NotEqual(0, (await Tool.Run("openssl", "pkey", "-in", key, "-noout", "-passin", "pass:")).ExitCode);
        }
    }

    [TimedFact]
    public async Task What_is_typed_ahead_of_the_second_question_is_not_shown_either()
    {
        await using var terminal = Start("init", "--ask-passphrase");
        await terminal.WaitFor(Question);
        await terminal.Press($"{Passphrase}\r{Passphrase}\r");
        Assert.True(await terminal.End() == 0, terminal.Shown);
        ShowsNothingTyped(terminal);
    }

    [TimedTheory]
    [InlineData("correct horse\r", "correct hores\r", "error: the two passphrases differ")]
    [InlineData("\r", null, "error: the passphrase is empty")]
    public async Task Init_makes_nothing_of_two_that_differ_or_an_empty_one(string first, string? second, string error)
    {
        await using var terminal = Start("init", "--ask-passphrase");
        await terminal.WaitFor(Question);
        await terminal.Press(first);
        if (second is not null)
        {
            await terminal.WaitFor("once more: ");
            await terminal.Press(second);
        }

        Assert.Equal(ExitCode.Usage, await terminal.End());
        Assert.Contains(error, terminal.Shown);
        Assert.Contains("hint: ", terminal.Shown);
        Assert.False(File.Exists(Key));
    }

    [TimedFact]
    public async Task A_wrong_one_signs_nothing_and_the_right_one_does()
    {
        await Encrypted();
        await using (var wrong = Start("issue", "device", "dev-1"))
        {
            await wrong.WaitFor(Question);
            await wrong.Press("wrong horse\r");
            Assert.Equal(ExitCode.Failed, await wrong.End());
            Assert.Contains("error: the passphrase does not open ", wrong.Shown);
            Assert.Contains("hint: try again; nothing was changed", wrong.Shown);
            Assert.DoesNotContain("wrong horse", wrong.Shown);
        }

        Assert.False(Directory.Exists(_folder.File("pki/devices")));
        await using var right = Start("issue", "device", "dev-1");
        await right.WaitFor(Question);
        await right.Press(Passphrase + "\r");
        Assert.True(await right.End() == 0, right.Shown);
        ShowsNothingTyped(right);
        Assert.Contains("created", right.Shown);
        Assert.True(File.Exists(_folder.File("pki/devices/dev-1/client.cert.pem")));
    }

    [TimedFact]
    public async Task Interrupted_at_the_question_it_ends_and_the_terminal_echoes_again()
    {
        await Encrypted();
        await using var terminal = PseudoTerminal.Start(
            _folder.Path, "sh", "-c", $"trap : INT; dotnet '{Cli.Assembly}' pki issue device dev-1 --folder pki; echo \"ended $?\"; stty -a");
        await terminal.WaitFor(Question);
        await terminal.Press("half\u0003");
        Assert.Equal(0, await terminal.End());
        Assert.Contains("error: interrupted", terminal.Shown);
        Assert.Contains("ended 1", terminal.Shown);
        Assert.Matches(@"[ ;]echo[ ;]", terminal.Shown);
        Assert.False(Directory.Exists(_folder.File("pki/devices")));
    }

    [TimedFact]
    public async Task Where_there_is_no_terminal_it_says_so()
    {
        await using var init = Cli.Start(_folder.Path, "pki", "init", "--folder", "pki", "--ask-passphrase");
        var result = await init.End();
        Assert.Equal(ExitCode.Missing, result.ExitCode);
        Assert.Contains("error: there is no terminal to ask in", result.Error);
        Assert.False(File.Exists(Key));
    }

    // Not even the beginning: a terminal that echoes late shows the first keys.
    private static void ShowsNothingTyped(PseudoTerminal terminal)
    {
        Assert.DoesNotContain("corr", terminal.Shown);
        Assert.DoesNotContain("horse", terminal.Shown);
    }

    private async Task Encrypted()
    {
        await File.WriteAllTextAsync(_folder.File("passphrase"), Passphrase + "\n");
        Assert.Equal(0, (await Cli.Run("pki", "init", "--folder", _folder.File("pki"), "--passphrase-file", _folder.File("passphrase"))).ExitCode);
    }

    private PseudoTerminal Start(params string[] command) =>
        PseudoTerminal.Start(_folder.Path, ["dotnet", Cli.Assembly, "pki", .. command, "--folder", "pki"]);
}
