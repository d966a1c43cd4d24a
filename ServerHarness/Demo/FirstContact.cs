using SecureEsp.ServerHarness.Devices;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>
/// The main job from end to end: a virtual ESP32-S3 boots the firmware cold, is given its network on the console, fetches the page over
/// mutual TLS and talks over MQTTS. It stays switched on.
/// </summary>
internal sealed class FirstContact : IAct
{
    private const string Page = "<h1 style='color:blue'>Hello There!</h1>";

    public string Title => "a cold device, a page over mutual TLS, a broker";

    public async Task<string> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var console = stage.PowerUp(stage.Profile().Create()).Uart0;
        var network = new BoardProfile();
        await console.WaitForAsync("{SSID} {PWD}", Stage.Limit).WaitAsync(cancellation);
        stage.Console.Say("console", $"types {network.Ssid} {new string('*', network.Password.Length)}", "yellow");
        console.Type($"{network.Ssid} {network.Password}\r");
        var answered = await console.WaitForAsync("HTTP/1.1 200 OK", Stage.Limit).WaitAsync(cancellation);
        await console.WaitForAsync(Page, Stage.Limit, answered).WaitAsync(cancellation);

        await stage.Heard.WaitForAsync($"esp/{Stage.DeviceId}/status online", Stage.Limit, cancellation);
        await stage.Heard.WaitForAsync("/esp/log secure_esp: ESP32 successfully booted and connected (^_^)", Stage.Limit, cancellation);
        stage.Console.Say(Stage.OperatorName, $"publishes esp/{Stage.DeviceId}/ping hello", "magenta");
        await stage.Operator.PublishAsync($"esp/{Stage.DeviceId}/ping", "hello", cancellation);
        await stage.Heard.WaitForAsync($"esp/{Stage.DeviceId}/pong hello", Stage.Limit, cancellation);
        return "mutual-TLS 1.3 page and MQTTS exchange";
    }
}
