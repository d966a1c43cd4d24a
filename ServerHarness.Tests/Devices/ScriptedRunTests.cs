using System.Text.Json;

namespace SecureEsp.ServerHarness.Tests.Devices;

/// <summary><c>device run</c> in a script: how it ends, its exit codes, its documents.</summary>
public class ScriptedRunTests
{
    private static readonly string[] OnItsBoard = ["--app", WeatherSample.Application, "--profile", WeatherSample.OwnProfile];

    private static string Library => Path.Combine(Path.GetDirectoryName(Cli.Assembly)!, "Firmware", "Blink.dll");

    [TimedFact]
    public async Task It_ends_with_0_when_the_firmware_has_printed_the_text()
    {
        var result = await Run([.. OnItsBoard, "--until", "joined WeatherNet", "--limit", "50"]);
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("joined WeatherNet\n", result.Output);
    }

    [TimedFact]
    public async Task It_ends_with_4_when_the_firmware_has_no_Main()
    {
        var result = await Run("--app", Library);
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("Blink has no Main", result.Error);
    }

    [TimedFact]
    public async Task It_ends_with_5_when_an_exception_ends_Main()
    {
        var result = await Run("--app", WeatherSample.Application);
        Assert.Equal(5, result.ExitCode);
        Assert.Contains("++++ Exception System.IO.IOException", result.Output);
    }

    [TimedFact]
    public async Task It_ends_with_6_when_the_text_does_not_come_in_time_and_with_0_when_there_is_none_to_wait_for()
    {
        var late = await Run([.. OnItsBoard, "--until", "no such text", "--limit", "0.5"]);
        Assert.Equal(6, late.ExitCode);
        Assert.Contains("error: 'no such text' was not printed within 0.5 s\nhint: ", late.Error);
        Assert.Equal(0, (await Run([.. OnItsBoard, "--limit", "0.5"])).ExitCode);
    }

    [TimedFact]
    public async Task Every_line_of_json_is_a_document_and_the_last_says_why_it_ended()
    {
        var result = await Run([.. OnItsBoard, "--until", "joined WeatherNet", "--limit", "50", "--json", "--meter"]);
        var documents = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var kinds = documents.Select(d => d.GetProperty("event").GetString()).ToList();
        Assert.Equal("poweredOn", kinds[0]);
        Assert.Equal("end", kinds[^1]);
        Assert.Equal(("textSeen", 0), (documents[^1].GetProperty("reason").GetString(), documents[^1].GetProperty("exitCode").GetInt32()));
        var meter = Assert.Single(documents, d => d.GetProperty("event").GetString() == "meter");
        var sum = meter.GetProperty("methods").EnumerateArray().Sum(m => m.GetProperty("instructions").GetInt64());
        Assert.Equal(meter.GetProperty("instructions").GetInt64(), sum);
        Assert.Contains(meter.GetProperty("methods").EnumerateArray(), m => m.GetProperty("name").GetString() == "Weather.Program.Main()");
    }

    [TimedFact]
    public async Task The_meter_prints_the_costliest_methods_and_writes_all_to_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("meter.json");
        var table = await Run([.. OnItsBoard, "--until", "joined WeatherNet", "--limit", "50", "--meter"]);
        Assert.Matches(@"\n +[\d,]+ +\d+\.\d +[\d,]+ +[\d,]+  System\.Collections\.Hashtable\.\S+ \(nanoFramework\.System\.Collections\)\n", table.Output);
        Assert.Matches(@"on a board: \d+\.\d{3} to \d+\.\d{3} s at 3\.3 to 1 million instructions a second", table.Output);
        var written = await Run([.. OnItsBoard, "--until", "joined WeatherNet", "--limit", "50", "--meter", file, "--rate", "2000000"]);
        Assert.Contains("s at 2,000,000 instructions a second", written.Output);
        using var document = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(file)));
        var time = Assert.Single(document.RootElement.GetProperty("boardSeconds").EnumerateArray());
        Assert.Equal(document.RootElement.GetProperty("instructions").GetInt64() / 2e6, time.GetProperty("seconds").GetDouble(), precision: 3);
    }

    [TimedTheory]
    [InlineData("--limit", "0", "not a number above 0")]
    [InlineData("--rate", "-1", "not a number above 0")]
    [InlineData("--until", "", "an empty text is printed at once")]
    public async Task A_value_that_makes_no_sense_is_refused(string option, string value, string reason)
    {
        var result = await Cli.Run("device", "run", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error);
    }

    [TimedFact]
    public async Task A_folder_of_references_must_be_there()
    {
        var result = await Cli.Run("device", "run", "--references", "/no/such/folder");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("there is no folder /no/such/folder", result.Error);
    }

    private static async Task<ToolResult> Run(params string[] options)
    {
        using var folder = new TemporaryFolder();
        await using var run = Cli.Start(folder.Path, ["device", "run", .. options]);
        return await run.End();
    }
}
