using System.Text;
using System.Text.Json;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary><c>board provision</c> and <c>board clean</c>.</summary>
public sealed class BoardCommandTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.File("board");

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task The_network_file_has_what_nanoff_reads_and_every_PEM_ends_in_NUL()
    {
        var result = await Provision("dev-1", "--ssid", "Heim \"Netz\" ü", "--password", "correct-horse-battery");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Output, "network.json")));
        var wifi = json.RootElement.GetProperty("WirelessClient");
        Assert.Equal("Heim \"Netz\" ü", wifi.GetProperty("Ssid").GetString());
        Assert.Equal("WPA2", wifi.GetProperty("Authentication").GetString());
        Assert.Equal("AutoConnect", wifi.GetProperty("ConfigurationOption").GetString());
        var own = Pem(json, "DeviceCertificates");
        Assert.Equal(2, Count(own, "-----BEGIN CERTIFICATE-----"));
        Assert.Equal(1, Count(own, "-----BEGIN PRIVATE KEY-----"));
        Assert.Equal(2, Count(Pem(json, "CACertificates"), "-----BEGIN CERTIFICATE-----"));
        using var files = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Output, "files.json")));
        var file = files.RootElement.GetProperty("Files").EnumerateArray().Single();
        Assert.Equal(@"I:\settings.txt", file.GetProperty("DestinationFilePath").GetString());
        Assert.Equal("device.id=dev-1\n", await File.ReadAllTextAsync(file.GetProperty("SourceFilePath").GetString()!));
    }

    [TimedFact]
    public async Task What_holds_the_key_is_its_owners_alone_and_goes_with_one_command()
    {
        await Provision("dev-1");
        foreach (var name in new[] { "network.json", "files.json", "settings.txt" })
        {
            Assert.Equal("600", Mode(Path.Combine(Output, name)));
        }

        Assert.Equal("700", Mode(Output));
        var clean = await Cli.Run("board", "clean", "dev-1", "--output", Output);
        Assert.Equal((0, ""), (clean.ExitCode, clean.Error));
        Assert.Contains($"removed {Path.Combine(Output, "network.json")}\n", clean.Output);
        Assert.False(Directory.Exists(Output));
        Assert.Equal("nothing was there\n", (await Cli.Run("board", "clean", "dev-1", "--output", Output)).Output);
        Assert.True(File.Exists(fixture.Device.Key));
    }

    [TimedFact]
    public async Task Clean_leaves_what_is_not_its_own()
    {
        await Provision("dev-1");
        await File.WriteAllTextAsync(Path.Combine(Output, "notes.txt"), "mine");
        await Cli.Run("board", "clean", "dev-1", "--output", Output);
        Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(Output).Select(Path.GetFileName));
    }

    [TimedFact]
    public async Task It_prints_the_commands_for_the_board_and_for_taking_the_key_away()
    {
        var result = await Provision("dev-1", "--serialport", "COM9");
        Assert.Contains($"\n  nanoff --nanodevice --serialport COM9 --networkdeployment {Output}/network.json\n", result.Output);
        Assert.Contains($"\n  nanoff --nanodevice --serialport COM9 --filedeployment {Output}/files.json\n", result.Output);
        Assert.Contains($"dotnet {Cli.Assembly} board clean dev-1 --output {Output}\n", result.Output);
    }

    [TimedFact]
    public async Task The_command_that_it_prints_for_a_virtual_board_boots_one_that_joins()
    {
        using var json = JsonDocument.Parse(
            (await Provision("dev-1", "--ssid", "HomeNet", "--password", "correct-horse-battery", "--server", "server.test", "--json")).Output);
        var words = json.RootElement.GetProperty("trial").GetString()!.Split($"{Cli.Assembly} ")[1].Split(' ');
        await using var device = Cli.Start(_folder.Path, words);
        await device.Line(line => line.Contains("this device is dev-1", StringComparison.Ordinal));
        await device.Line(line => line.Contains("[wifi] joined HomeNet", StringComparison.Ordinal));
        await device.Signal("TERM");
        Assert.Equal(0, (await device.End()).ExitCode);
    }

    [TimedFact]
    public async Task The_examples_run_one_after_the_other_as_pasted()
    {
        string[] lines = ["pki init", "pki issue device esp32-kitchen", "pki issue server server.test", "update keygen"];
        foreach (var words in lines.Select(line => line.Split(' ')).Concat(CommandExamples.Of("board provision")).Concat(CommandExamples.Of("board clean")))
        {
            await using var run = Cli.Start(_folder.Path, words);
            var result = await run.End();
            Assert.True(result.ExitCode == 0, result.All);
        }

        Assert.False(Directory.Exists(_folder.File("Certificates", "out", "boards", "esp32-kitchen")));
    }

    [TimedFact]
    public async Task The_password_comes_from_a_file_too_without_its_line_end()
    {
        await File.WriteAllTextAsync(_folder.File("wifi.txt"), "correct-horse-battery\n");
        await Provision("dev-1", "--ssid", "HomeNet", "--password-file", _folder.File("wifi.txt"));
        Assert.Equal("correct-horse-battery", DeploymentJson.Read<NetworkDeployment>(Path.Combine(Output, "network.json")).WirelessClient!.Password);
    }

    [TimedFact]
    public async Task Further_files_and_the_keys_of_updates_go_on_the_flash_byte_by_byte()
    {
        var keygen = await Cli.Run("update", "keygen", "--folder", fixture.Pki.Layout.Folder);
        Assert.Equal((0, ""), (keygen.ExitCode, keygen.Error));
        byte[] content = [0xFF, 0x00, 0xC3, 0x0A];
        await File.WriteAllBytesAsync(_folder.File("logo.bin"), content);
        string[] words = ["--updates", "https://server.test:8444/update/Blink", "--file", $"www/logo.bin={_folder.File("logo.bin")}"];
        Assert.Equal(0, (await Provision(["dev-1", .. words])).ExitCode);
        var provisioned = new VirtualBoard();
        Deployment.Files(provisioned, Path.Combine(Output, "files.json"));
        var run = await Cli.Run(["device", "run", "--until", "{SSID}", "--limit", "60", "--folder", fixture.Pki.Layout.Folder, "--id", "dev-1", "--flash", _folder.File("flash"), .. words]);
        Assert.Equal(0, run.ExitCode);
        foreach (var flash in new[] { provisioned.Flash, FlashImage.Open(_folder.File("flash"), new Flash()) })
        {
            Assert.Equal(content, flash.Read(@"I:\www\logo.bin"));
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(fixture.Pki.Layout.Folder, "updates", "update-keys.cbor")), flash.Read(@"I:\update-keys.cbor"));
            Assert.Contains("update.url=https://server.test:8444/update/Blink\n", Encoding.UTF8.GetString(flash.Read(@"I:\settings.txt")!), StringComparison.Ordinal);
        }
    }

    [TimedTheory]
    [InlineData("dev-1 --file keys.txt", 2, "--file: 'keys.txt' is not of the form NAME=FILE")]
    [InlineData("dev-1 --file I:\\keys.txt=keys.txt", 2, "is not of the form NAME=FILE")]
    [InlineData("dev-1 --file keys.txt=/no/such", 3, "--file: there is no /no/such")]
    [InlineData("dev-9", 3, "there is no certificate of device 'dev-9'")]
    [InlineData("../dev-1", 2, "device id '../dev-1' has '.'")]
    [InlineData("dev-1 --ssid HomeNet", 2, "--ssid needs the network's password")]
    [InlineData("dev-1 --ssid HomeNet --password short", 2, "has 5 characters, and must have 8 to 63")]
    [InlineData("dev-1 --ssid aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --open", 2, "has 32 bytes, and must have 1 to 31")]
    [InlineData("dev-1 --ssid HomeNet --password-file /no/such", 3, "cannot read the password from /no/such")]
    [InlineData("dev-1 --setting mqtt.port", 2, "'mqtt.port' is not of the form KEY=VALUE")]
    [InlineData("dev-1 --setting mqtt.host=a\ndevice.id=dev-2", 2, "cannot stand on a line of its own")]
    public async Task What_no_board_could_use_is_named_and_nothing_is_written(string line, int code, string words)
    {
        var result = await Provision(line.Split(' '));
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(words, result.Error);
        Assert.False(Directory.Exists(Output));
    }

    private static string Pem(JsonDocument json, string name)
    {
        var bytes = json.RootElement.GetProperty(name).GetBytesFromBase64();
        Assert.Equal(bytes.Length - 1, Array.IndexOf(bytes, (byte)0));
        return Encoding.ASCII.GetString(bytes);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Mode(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private Task<ToolResult> Provision(params string[] more) =>
        Cli.Run(["board", "provision", .. more, "--folder", fixture.Pki.Layout.Folder, "--output", Output]);
}
