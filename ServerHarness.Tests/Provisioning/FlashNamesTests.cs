namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>Names on a device's flash that two options would fill, by both ways to a device.</summary>
public sealed class FlashNamesTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [InlineData("server.crt", "--web server.test", "another option, such as --web")]
    [InlineData("settings.txt", "", "settings are given with --setting KEY=VALUE")]
    [InlineData("settings.txt/", "", "settings are given with --setting KEY=VALUE")]
    [InlineData("www//a.txt", "--file www\\a.txt={file}", "a second --file")]
    [InlineData("update-keys.cbor", "--updates https://server.test:8444/update/Blink", "--updates")]
    public async Task A_name_that_is_taken_is_refused_and_nothing_is_written(string name, string others, string why)
    {
        Assert.Equal(0, (await Cli.Run("update", "keygen", "--folder", fixture.Pki.Layout.Folder)).ExitCode);
        await File.WriteAllTextAsync(_folder.File("file"), "mine");
        string[] words = [.. others.Replace("{file}", _folder.File("file")).Split(' ', StringSplitOptions.RemoveEmptyEntries), "--file", $"{name}={_folder.File("file")}", "--folder", fixture.Pki.Layout.Folder];
        var provision = await Cli.Run(["board", "provision", "dev-1", .. words, "--output", _folder.File("board")]);
        var run = await Cli.Run(["device", "run", "--id", "dev-1", .. words, "--until", "[boot]", "--limit", "30"]);
        foreach (var result in new[] { provision, run })
        {
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.StartsWith("error: --file: the name ", result.Error);
            Assert.Contains(" is taken on the flash\nhint: ", result.Error);
            Assert.Contains(why, result.Error);
        }

        Assert.False(Directory.Exists(_folder.File("board")));
    }

    [TimedTheory]
    [InlineData(@"I:\a.txt")]
    [InlineData("/a.txt")]
    [InlineData(@"\a.txt")]
    [InlineData("./settings.txt")]
    [InlineData(@"www\..\settings.txt")]
    public async Task What_is_no_name_below_the_flash_or_means_another_one_is_refused(string name)
    {
        await File.WriteAllTextAsync(_folder.File("file"), "mine");
        var result = await Cli.Run("board", "provision", "dev-1", "--file", $"{name}={_folder.File("file")}", "--folder", fixture.Pki.Layout.Folder, "--output", _folder.File("board"));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: --file: '{name}={_folder.File("file")}' is not of the form NAME=FILE\nhint: ", result.Error);
        Assert.False(Directory.Exists(_folder.File("board")));
    }

    [TimedFact]
    public async Task A_labels_secrets_are_not_replaced_but_given_where_there_is_no_label()
    {
        await File.WriteAllTextAsync(_folder.File("own"), "ap.password=correct-horse\nsetup.code=ABCD-2345\n");
        string[] words = ["dev-1", "--file", $"presence.txt={_folder.File("own")}", "--folder", fixture.Pki.Layout.Folder, "--output", _folder.File("board")];
        Assert.Equal(0, (await Cli.Run(["board", "provision", .. words])).ExitCode);
        Assert.Equal(0, (await Cli.Run("board", "label", "dev-1", "--folder", fixture.Pki.Layout.Folder, "--output", _folder.File("board"))).ExitCode);
        var refused = await Cli.Run(["board", "provision", .. words]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("the name presence.txt is taken on the flash\nhint: 'board label' has made it", refused.Error);
    }
}
