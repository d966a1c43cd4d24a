using System.Text.Json;
using SecureEsp.ServerHarness.Provisioning;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary><c>board label</c>.</summary>
public sealed class LabelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task A_label_is_made_once_and_no_other_device_has_it()
    {
        var first = await Label("dev-1");
        Assert.Equal(first, await Label("dev-1"));
        Assert.NotEqual(first.Password, (await Label("dev-2")).Password);
        Assert.Matches("^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$", first.Password);
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", first.Code);
        var file = _folder.File("out/boards/dev-1/presence.txt");
        Assert.Equal("600", (await Tool.Run("stat", "-c", "%a", file)).Output.Trim());
        Assert.Equal($"ap.password={first.Password}\nsetup.code={first.Code}\n", await File.ReadAllTextAsync(file));
    }

    [TimedFact]
    public async Task People_see_the_words_and_the_code_for_a_phones_camera()
    {
        var label = await Label("dev-1");
        var shown = await Cli.Run("board", "label", "dev-1", "--folder", _folder.File("out"), "--png", _folder.File("qr.png"));
        Assert.True(shown.ExitCode == 0, shown.All);
        Assert.Contains("Wi-Fi       ESP_dev-1\n", shown.Output);
        Assert.Contains($"Setup code  {label.Code}\n", shown.Output);

        // Both codes say what a phone needs to join.
        var text = new DeviceLabel("dev-1", new(label.Password, label.Code)).WifiText;
        var drawn = (await QrCode.DrawAsync(text, default)).TrimEnd('\n');
        Assert.Contains(drawn, shown.Output);
        Assert.NotEqual(drawn, (await QrCode.DrawAsync(text + " ", default)).TrimEnd('\n'));
        await QrCode.SaveAsync(text, _folder.File("drawn.png"), default);
        var picture = await File.ReadAllBytesAsync(_folder.File("qr.png"));
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("drawn.png")), picture);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
    }

    [Fact]
    public void What_means_something_in_a_QR_code_is_escaped_and_long_ids_keep_their_end()
    {
        var label = new DeviceLabel("0123456789-0123456789-0123456789", new(@"a;b,c:d\e""f-123", "2345-WXYZ"));
        Assert.Equal("ESP_56789-0123456789-0123456789", label.Ssid);
        Assert.Equal(@"WIFI:T:WPA;S:ESP_56789-0123456789-0123456789;P:a\;b\,c\:d\\e\""f-123;;", label.WifiText);
    }

    [TimedFact]
    public async Task A_file_that_holds_something_else_is_not_replaced()
    {
        Directory.CreateDirectory(_folder.File("out/boards/dev-1"));
        await File.WriteAllTextAsync(_folder.File("out/boards/dev-1/presence.txt"), "notes\n");
        var result = await Cli.Run("board", "label", "dev-1", "--folder", _folder.File("out"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("holds no label's secrets", result.Error);
    }

    private async Task<(string Password, string Code)> Label(string id)
    {
        using var json = JsonDocument.Parse((await Cli.Run("board", "label", id, "--folder", _folder.File("out"), "--json")).Output);
        return (json.RootElement.GetProperty("password").GetString()!, json.RootElement.GetProperty("code").GetString()!);
    }
}
