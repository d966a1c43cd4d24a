using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Tests.Devices;

/// <summary>The sample in Samples/Weather, as compiled, with the web server and the broker that it talks to.</summary>
internal sealed class WeatherSample : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _web;
    private readonly Tool _broker;

    private WeatherSample(WebApplication web, Tool broker, int brokerPort, TemporaryFolder folder)
    {
        (_web, _broker, BrokerPort, _folder) = (web, broker, brokerPort, folder);
        Profile = _folder.File("board.json");
        File.WriteAllText(Profile, File.ReadAllText(OwnProfile).Replace(":8080/", $":{new Uri(web.Urls.First()).Port}/").Replace("port=1884", $"port={brokerPort}"));
    }

    public static string Application { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "Weather.dll");

    /// <summary>The board profile that lies beside the sample.</summary>
    public static string OwnProfile { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "board.json");

    /// <summary>The same with this web server's and this broker's ports.</summary>
    public string Profile { get; }

    public int BrokerPort { get; }

    /// <summary>What the web server answers.</summary>
    public string Page { get; set; } = "temperature=21.5\nhumidity=40\n";

    public static async Task<WeatherSample> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        WeatherSample? sample = null;
        web.MapGet("/now.txt", () => sample!.Page);
        await web.StartAsync();
        var folder = new TemporaryFolder();
        var port = FreePort.Find(System.Net.IPAddress.Loopback);
        File.WriteAllText(folder.File("mosquitto.conf"), $"user root\nlog_dest stderr\nlistener {port} 127.0.0.1\nallow_anonymous true\n");
        var broker = Tool.Start("sh", "-c", $"PATH=$PATH:/usr/sbin:/usr/local/sbin exec mosquitto -c '{folder.File("mosquitto.conf")}'");
        await broker.Line(l => l.EndsWith("running", StringComparison.Ordinal));
        return sample = new WeatherSample(web, broker, port, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _web.DisposeAsync();
        _folder.Dispose();
    }
}
