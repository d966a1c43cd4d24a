namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>The picture of a label, which holds the Wi-Fi password.</summary>
public sealed class LabelPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Nobody_reads_it_who_has_the_file_open_that_was_there()
    {
        await File.WriteAllTextAsync(_folder.File("qr.png"), "old");
        await Tool.Run("chmod", "644", _folder.File("qr.png"));
        using var other = new StreamReader(new FileStream(_folder.File("qr.png"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var label = await Cli.Run("board", "label", "dev-1", "--folder", _folder.File("out"), "--png", _folder.File("qr.png"));
        Assert.True(label.ExitCode == 0, label.All);
        Assert.Equal("600", (await Tool.Run("stat", "-c", "%a", _folder.File("qr.png"))).Output.Trim());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(_folder.File("qr.png")))[..4]);
        Assert.Equal("old", await other.ReadToEndAsync());
        Assert.Equal(["out", "qr.png"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [TimedFact]
    public async Task A_place_that_cannot_be_written_is_an_exit_code()
    {
        var label = await Cli.Run("board", "label", "dev-1", "--folder", _folder.File("out"), "--png", _folder.File("no", "such", "qr.png"));
        Assert.Equal(1, label.ExitCode);
        Assert.StartsWith($"error: cannot write {_folder.File("no", "such", "qr.png")}: ", label.Error);
    }
}
