using System.Text.Json;

namespace SecureEsp.ServerHarness.Tests.Commands;

public sealed class PkiCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Init_prints_names_files_fingerprints_and_expiry_and_the_second_time_that_nothing_changed()
    {
        var first = await Pki("init");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("created root SecureEsp Root CA\n", first.Output);
        Assert.Contains(_folder.File("authorities", "intermediate.key.pem"), first.Output);
        Assert.Matches(@"SHA-256      ([0-9A-F]{2}:){31}[0-9A-F]{2}\n", first.Output);
        Assert.Matches(@"expires      \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n", first.Output);
        var second = await Pki("init");
        Assert.Equal(first.Output.Replace("created ", "unchanged "), second.Output);
    }

    [TimedFact]
    public async Task Init_tells_a_program_the_same_as_JSON()
    {
        using var json = JsonDocument.Parse((await Pki("init", "--json")).Output);
        Assert.Equal(_folder.File("ca-chain.cert.pem"), json.RootElement.GetProperty("caChain").GetString());
        Assert.Equal(
            ["root", "intermediate", "operator-ca"],
            json.RootElement.GetProperty("authorities").EnumerateArray().Select(a => a.GetProperty("kind").GetString()));
    }

    [TimedTheory]
    [InlineData("server", "server.test", "servers/server.test/server.cert.pem")]
    [InlineData("device", "dev-1", "devices/dev-1/client.cert.pem")]
    [InlineData("operator", "alice", "operators/alice/client.cert.pem")]
    public async Task Issue_tells_a_program_what_was_made(string kind, string name, string file)
    {
        await Pki("init");
        using var json = JsonDocument.Parse((await Pki("issue", kind, name, "--json")).Output);
        Assert.Equal("created", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(_folder.File(file.Split('/')), json.RootElement.GetProperty("certificateFile").GetString());
        Assert.True(File.Exists(_folder.File(file.Split('/'))));
        using var again = JsonDocument.Parse((await Pki("issue", kind, name, "--json")).Output);
        Assert.Equal("unchanged", again.RootElement.GetProperty("outcome").GetString());
    }

    [TimedFact]
    public async Task Without_a_PKI_the_remedy_is_init_and_the_exit_code_3()
    {
        var result = await Pki("issue", "device", "dev-1");
        Assert.Equal(3, result.ExitCode);
        Assert.Equal($"error: there is no PKI in {_folder.Path}\nhint: make one: pki init --folder {_folder.Path}\n", result.Error);
        Assert.Equal("", result.Output);
    }

    [TimedFact]
    public async Task A_bad_id_is_wrong_usage_and_its_text_cannot_move_the_cursor()
    {
        await Pki("init");
        var result = await Pki("issue", "device", "a\u001b[2J/b");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: device id 'a\\u001B[2J/b' has the control character U+001B at position 2\nhint: use 1 to 64", result.Error);
    }

    [TimedFact]
    public async Task A_folder_that_cannot_be_written_is_exit_code_1()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "");
        var result = await Cli.Run("pki", "init", "--folder", _folder.File("file", "pki"));
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("^error: cannot write .*\nhint: .*\n$", result.Error);
    }

    private Task<ToolResult> Pki(params string[] arguments) => Cli.Run(["pki", .. arguments, "--folder", _folder.Path]);
}
