using System.CommandLine;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>Where the options of <c>serve</c> come from: command line, environment, file, default, in this order.</summary>
public sealed class ServeLayersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServeCommand _serve = new(new(TextWriter.Null, TextWriter.Null, colour: false));
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task The_command_line_beats_the_environment_which_beats_the_file_which_beats_the_default()
    {
        var config = await Config("""{ "https-port": 1, "http-port": 1, "max-connections": 1 }""");
        _environment["SECUREESP_HTTPS_PORT"] = "2";
        _environment["SECUREESP_HTTP_PORT"] = "2";
        var line = Merge("--config", config, "--https-port", "3");
        Assert.Equal(
            (3, 2, 1, 256),
            (Value("--https-port"), Value("--http-port"), Value("--max-connections"), Value("--max-connections-per-address")));
        int Value(string name) => line.GetValue<int>(name);
    }

    [TimedFact]
    public async Task The_file_may_be_named_by_the_environment_and_have_comments_numbers_text_and_switches()
    {
        _environment["SECUREESP_CONFIG"] = await Config("""
            {
              // for older firmware
              "tls12": true,
              "session-timeout": "5m",
              "name": "server.test",
            }
            """);
        var line = Merge();
        Assert.True(line.GetValue<bool>("--tls12"));
        Assert.Equal(TimeSpan.FromMinutes(5), line.GetValue<TimeSpan>("--session-timeout"));
        Assert.Equal("server.test", line.GetValue<string>("--name"));
    }

    [TimedFact]
    public async Task A_switch_can_be_turned_off_again()
    {
        var config = await Config("""{ "tls12": true }""");
        Assert.False(Merge("--config", config, "--tls12", "false").GetValue<bool>("--tls12"));
        _environment["SECUREESP_TLS12"] = "false";
        Assert.False(Merge("--config", config).GetValue<bool>("--tls12"));
        Assert.True(Merge("--config", config, "--tls12").GetValue<bool>("--tls12"));
    }

    [TimedTheory]
    [InlineData("{ \"https-prot\": 1 }", "there is no option 'https-prot'")]
    [InlineData("{ \"https-port\": 70000 }", "'70000' is not a port from 0 to 65535")]
    [InlineData("{ \"session-timeout\": \"10\" }", "'10' is not a time")]
    [InlineData("{ \"curves\": \"sect163k1\" }", "'sect163k1' is not one of X25519")]
    [InlineData("{ \"https-port\": [1] }", "'https-port' is neither text, number")]
    [InlineData("{ \"https-port\": 1, \"https-port\": 2 }", "is not usable")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("{ ", "is not usable")]
    public async Task A_file_that_is_not_understood_is_wrong_usage_and_named(string content, string reason)
    {
        var config = await Config(content);
        var e = Assert.Throws<HarnessException>(() => Merge("--config", config));
        Assert.Equal(ExitCode.Usage, e.ExitCode);
        Assert.Contains(config, e.Message);
        Assert.Contains(reason, e.Message);
    }

    [TimedFact]
    public Task A_variable_that_is_not_understood_is_named()
    {
        _environment["SECUREESP_MAX_CONNECTIONS"] = "0";
        var e = Assert.Throws<HarnessException>(() => Merge());
        Assert.Contains("the variable SECUREESP_MAX_CONNECTIONS: --max-connections: '0' is not a number from 1", e.Message);
        return Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_missing_file_is_exit_code_3_and_the_process_reads_the_environment()
    {
        var missing = await Cli.Run("serve", "--config", _folder.File("none.json"));
        Assert.Equal(3, missing.ExitCode);
        Assert.Contains("none.json", missing.Error);
        await using var serve = Tool.Start(
            "dotnet", _folder.Path, new Dictionary<string, string?> { ["SECUREESP_HTTPS_PORT"] = "many" }, Cli.Assembly, "serve");
        var end = await serve.End();
        Assert.Equal(2, end.ExitCode);
        Assert.Contains("the variable SECUREESP_HTTPS_PORT", end.Error);
    }

    private ParseResult Merge(params string[] arguments) =>
        new Layers(_serve, [.. _serve.Options.Where(o => o.Name is not "--json" and not "--config" and not "--help")], Config())
            .Merge(_serve.Parse(arguments), _environment.GetValueOrDefault);

    private Option<string?> Config() => (Option<string?>)_serve.Options.Single(o => o.Name == "--config");

    private async Task<string> Config(string content)
    {
        var path = _folder.File("serve.json");
        await File.WriteAllTextAsync(path, content);
        return path;
    }
}
