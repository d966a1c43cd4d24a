namespace SecureEsp.ServerHarness.Tests.Devices;

/// <summary>A program that is not SecureEsp runs on the VirtualDevice from its compiled assembly and a profile.</summary>
public class WeatherTests
{
    [TimedFact]
    public async Task The_sample_fetches_its_page_and_publishes_what_stands_in_it_until_it_is_switched_off()
    {
        await using var weather = await WeatherSample.StartAsync();
        using var folder = new TemporaryFolder();
        await using var run = Cli.Start(folder.Path, "device", "run", "--app", WeatherSample.Application, "--profile", weather.Profile);
        await run.Line(l => l == "published 2 readings");
        Assert.Equal(["weather/roof/humidity 40", "weather/roof/temperature 21.5"], await Retained(weather));

        weather.Page = "wind=7\n";
        await Publish(weather, "weather/roof/command", "now");
        await run.Line(l => l == "published 1 readings");
        Assert.Contains("weather/roof/wind 7", await Retained(weather, count: 3));
        await run.Signal("TERM");
        Assert.Equal(0, (await run.End()).ExitCode);
    }

    private static async Task<string[]> Retained(WeatherSample weather, int count = 2)
    {
        var heard = await Tool.Run("mosquitto_sub", "-h", "127.0.0.1", "-p", $"{weather.BrokerPort}", "-t", "weather/#", "-v", "-C", $"{count}", "-W", "20");
        Assert.True(heard.ExitCode == 0, heard.All);
        return [.. heard.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order()];
    }

    private static async Task Publish(WeatherSample weather, string topic, string message) =>
        Assert.Equal(0, (await Tool.Run("mosquitto_pub", "-h", "127.0.0.1", "-p", $"{weather.BrokerPort}", "-t", topic, "-m", message, "-q", "1")).ExitCode);
}
