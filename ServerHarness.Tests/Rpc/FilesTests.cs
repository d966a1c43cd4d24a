using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>Files of a device that runs.</summary>
public sealed class FilesTests(CalledDevice device) : IClassFixture<CalledDevice>
{
    [TimedFact]
    public async Task A_file_goes_to_the_device_is_listed_and_comes_back()
    {
        using var folder = new TemporaryFolder();
        var content = new byte[3000];
        new Random(7).NextBytes(content);
        File.WriteAllBytes(folder.File("page.bin"), content);
        var put = await device.Run("device", "put", folder.File("page.bin"), "www/page.bin");
        Assert.Equal((0, "written www/page.bin on the device, 3000 bytes, read back\n", ""), (put.ExitCode, put.Output, put.Error));
        Assert.Equal(content, device.Board.Flash.Read(@"I:\www\page.bin"));
        Assert.Equal("    3000  page.bin\n", (await device.Run("device", "ls", "/www")).Output);
        Assert.Equal("{\"name\":\"page.bin\",\"size\":3000}\n", (await device.Run("device", "ls", "www", "--json")).Output);
        var get = await device.Run("device", "get", "www/page.bin", folder.File("back.bin"));
        Assert.Equal((0, ""), (get.ExitCode, get.Error));
        Assert.Equal(content, File.ReadAllBytes(folder.File("back.bin")));

        // Another one in its place, shorter; nothing of the way there is left.
        File.WriteAllText(folder.File("page.bin"), "short");
        Assert.Equal(0, (await device.Run("device", "put", folder.File("page.bin"), "/www/page.bin")).ExitCode);
        Assert.Equal("short"u8.ToArray(), device.Board.Flash.Read(@"I:\www\page.bin"));
        Assert.Equal(@"I:\www\page.bin", Assert.Single(device.Board.Flash.List(), f => f.Contains("www", StringComparison.Ordinal)));
        Assert.Equal("null", await device.Call("FS.Remove", "{'filename':'www/page.bin'}"));
        Assert.False(device.Board.Flash.Exists(@"I:\www\page.bin"));
    }

    [TimedFact]
    public async Task An_empty_file_is_a_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("empty"), []);
        Assert.Equal(0, (await device.Run("device", "put", folder.File("empty"), "empty")).ExitCode);
        Assert.Equal(0, (await device.Run("device", "get", "empty", folder.File("back"))).ExitCode);
        Assert.Empty(File.ReadAllBytes(folder.File("back")));
        Assert.Equal("null", await device.Call("FS.Remove", "{'filename':'empty'}"));
    }

    [TimedFact]
    public async Task What_a_setting_names_stays_closed_when_the_setting_names_another_file_without_being_saved()
    {
        Assert.Equal("null", await device.Call("FS.Put", "{'filename':'second','data':'eA=='}"));
        Assert.Equal("400 failed to open file 'trusted.der'", await device.Call("FS.Get", "{'filename':'trusted.der'}"));
        Assert.Equal("{'saved':false}", await device.Call("Config.Set", "{'key':'http.ssl_ca_cert','value':'second'}"));
        Assert.Equal("400 failed to open file 'second'", await device.Call("FS.Get", "{'filename':'second'}"));
        Assert.Equal("400 failed to open file 'trusted.der'", await device.Call("FS.Get", "{'filename':'trusted.der'}"));
        Assert.Equal("{'saved':false}", await device.Call("Config.Set", "{'key':'http.ssl_ca_cert','value':'trusted.der'}"));
        Assert.Equal("null", await device.Call("FS.Remove", "{'filename':'second'}"));
    }

    [TimedFact]
    public async Task Nothing_that_the_device_lives_by_is_listed_read_or_written()
    {
        foreach (var name in new[] { "update-keys.cbor", "slot-a.bundle", "update-a.bin", "device.key.pem", "presence.txt" }) device.Board.Flash.Write($@"I:\{name}", "x"u8);
        var own = device.Board.Flash.List().Select(f => f[3..]).Where(f => !f.Contains("page", StringComparison.Ordinal) && f != "empty" && f != "big").ToList();
        Assert.Contains("con_XD1_0.sys", own);
        Assert.Contains("settings.txt", own);
        var before = own.ToDictionary(f => f, f => device.Board.Flash.Read($@"I:\{f}"));
        Assert.All(own, f => Assert.DoesNotContain(f, ListedNow(), StringComparison.OrdinalIgnoreCase));
        foreach (var file in own)
        {
            Assert.Equal($"400 failed to open file '{file}'", await device.Call("FS.Get", $"{{'filename':'{file}'}}"));
            Assert.Equal($"400 failed to open file '{file}'", await device.Call("FS.Put", $"{{'filename':'{file}','data':'eA=='}}"));
            Assert.Equal("500 remove failed", await device.Call("FS.Remove", $"{{'filename':'{file}'}}"));
            Assert.Equal("500 rename failed", await device.Call("FS.Rename", $"{{'src':'{file}','dst':'stolen'}}"));
        }

        Assert.All(before, f => Assert.Equal(f.Value, device.Board.Flash.Read($@"I:\{f.Key}")));

        string ListedNow() => device.Call("FS.List").GetAwaiter().GetResult();
    }

    [TimedFact]
    public async Task A_full_flash_is_told_and_what_was_there_stays()
    {
        using var folder = new TemporaryFolder();
        var flash = device.Board.Flash;
        flash.Write(@"I:\page2.txt", "as it was"u8);
        flash.Write(@"I:\big", new byte[flash.Capacity - flash.Used - 20_000]);
        try
        {
            File.WriteAllBytes(folder.File("large"), new byte[40_000]);
            var put = await device.Run("device", "put", folder.File("large"), "page2.txt");
            Assert.Equal(1, put.ExitCode);
            Assert.StartsWith("error: FS.Put: the flash is full (500)\nhint: ", put.Error);
            Assert.Equal("as it was"u8.ToArray(), flash.Read(@"I:\page2.txt"));
            Assert.False(flash.Exists(@"I:\page2.txt.part"));
        }
        finally
        {
            flash.Delete(@"I:\big");
            flash.Delete(@"I:\page2.txt");
        }
    }

    [TimedFact]
    public async Task A_file_that_another_one_cannot_replace_for_want_of_space_stays_whole()
    {
        var flash = device.Board.Flash;
        flash.Write(@"I:\page3.txt", "as it was"u8);
        flash.Write(@"I:\page3.new", new byte[40_010]);
        flash.Write(@"I:\big", new byte[flash.Capacity - flash.Used - 20_000]);
        try
        {
            Assert.Equal("500 rename failed: the flash is full", await device.Call("FS.Rename", "{'src':'page3.new','dst':'page3.txt'}"));
            Assert.Equal("as it was"u8.ToArray(), flash.Read(@"I:\page3.txt"));
            Assert.Equal(40_010, flash.Read(@"I:\page3.new")!.Length);
            flash.Delete(@"I:\big");
            Assert.Equal("null", await device.Call("FS.Rename", "{'src':'page3.new','dst':'page3.txt'}"));
            Assert.Equal(40_010, flash.Read(@"I:\page3.txt")!.Length);
            Assert.False(flash.Exists(@"I:\page3.new"));
        }
        finally
        {
            foreach (var file in new[] { "big", "page3.txt", "page3.new" }) flash.Delete($@"I:\{file}");
        }
    }

    [TimedFact]
    public async Task Files_that_cannot_be_are_exit_codes()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(3, (await device.Run("device", "put", folder.File("missing"))).ExitCode);
        var missing = await device.Run("device", "get", "missing", folder.File("x"));
        Assert.Equal((1, "error: FS.Get: failed to open file \"missing\" (400)"), (missing.ExitCode, missing.Error.Split('\n')[0]));
        Assert.False(File.Exists(folder.File("x")));
        Assert.Equal(2, (await Cli.Run("device", "get", "a", "--at", "http://dev-1")).ExitCode);
    }
}
