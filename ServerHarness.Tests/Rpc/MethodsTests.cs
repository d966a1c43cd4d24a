using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>Each method on a device that runs, called through the broker.</summary>
public sealed class MethodsTests(CalledDevice device) : IClassFixture<CalledDevice>
{
    [TimedFact]
    public async Task What_can_be_called_is_listed_and_described()
    {
        Assert.Equal(
            "['RPC.List','RPC.Describe','RPC.Ping','Sys.GetInfo','Sys.Reboot','FS.List','FS.ListExt','FS.Get','FS.Put','FS.Remove','FS.Rename','Config.Get','Config.Set','Config.Save',"
            + "'Wifi.Scan','OTA.Update','OTA.Commit','OTA.Revert','OTA.GetBootState','Update.Run','Update.Commit','Update.Revert','Update.Status']",
            await device.Call("RPC.List"));
        Assert.Equal("{'name':'FS.Remove','args_fmt':'{filename: %Q}'}", await device.Call("RPC.Describe", "{'name':'FS.Remove'}"));
        Assert.Equal("{'channel_info':'mqtt'}", await device.Call("RPC.Ping"));
        Assert.Equal("404 No handler for Nope", await device.Call("Nope"));
    }

    [TimedFact]
    public async Task Networks_in_reach_are_found_while_the_device_stays_joined()
    {
        var networks = await device.Call("Wifi.Scan");
        Assert.Contains($"'ssid':'{CalledDevice.Ssid}'", networks);
        Assert.Contains("'ssid':'Neighbour'", networks);
        Assert.Matches("'bssid':'[0-9A-Fa-f:]{17}','rssi':-[0-9]+", networks);
        Assert.Equal("{'channel_info':'mqtt'}", await device.Call("RPC.Ping"));
    }

    [TimedFact]
    public async Task A_device_without_update_keys_says_so()
    {
        foreach (var method in new[] { "OTA.Update", "OTA.Commit", "OTA.Revert", "OTA.GetBootState", "Update.Status" })
            Assert.Equal("500 this device takes no updates: it was given no update keys", await device.Call(method));
    }

    [TimedFact]
    public async Task Settings_are_shown_with_their_types_and_without_the_password()
    {
        Assert.Equal("{'host':'server.test','port':" + device.Bench.Broker.Port + "}", await device.Call("Config.Get", "{'key':'mqtt'}"));
        Assert.Equal("false", await device.Call("Config.Get", "{'key':'https.probe'}"));
        Assert.Equal("'1.3'", await device.Call("Config.Get", "{'key':'tls.version'}"));
        Assert.Equal("403 tls.key.password can be set but is never shown", await device.Call("Config.Get", "{'key':'tls.key.password'}"));
        var all = await device.Call("Config.Get");
        Assert.Contains("'key.password':null", all);
        Assert.Matches("'button':('none'|[0-9]+)", all);
        Assert.DoesNotContain("swordfish", all);
        Assert.DoesNotContain("not shown", all);
    }

    [TimedFact]
    public async Task A_setting_out_of_range_leaves_all_as_they_are()
    {
        var before = await device.Call("Config.Get");
        var stored = device.Board.Flash.Read(@"I:\settings.txt");
        Assert.Equal("400 mqtt.port must be a port from 1 to 65535", await device.Call("Config.Set", "{'config':{'blink':{'pin':4},'mqtt':{'port':0}},'save':true}"));
        Assert.Equal("400 unknown key mqtt.prt", await device.Call("Config.Set", "{'config':{'blink':{'pin':4},'mqtt':{'prt':1}},'save':true}"));
        Assert.Equal("400 device.id must be 1 to 64 of A-Z a-z 0-9 . _ -", await device.Call("Config.Set", "{'key':'device.id','value':'a/b','save':true}"));
        Assert.Equal(before, await device.Call("Config.Get"));
        Assert.Equal(stored, device.Board.Flash.Read(@"I:\settings.txt"));
    }

    [TimedFact]
    public async Task What_is_set_is_not_on_the_console()
    {
        Assert.Equal("{'saved':false}", await device.Call("Config.Set", "{'key':'tls.key.password','value':'correct-battery-staple'}"));
        await device.Bench.Console.WaitForAsync("[rpc] Config.Set by mqtt", Bench.Limit);
        Assert.DoesNotContain("staple", device.Bench.Console.Output);
        Assert.DoesNotMatch(@"esp/dev-1/rpc\S* \(\d+ bytes\): ", device.Bench.Console.Output);
        Assert.DoesNotContain("swordfish", device.Bench.Console.Output);
    }

    [TimedFact]
    public async Task Info_tells_what_the_device_is()
    {
        var result = await device.Run("device", "info", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var info = System.Text.Json.JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(("dev-1", "SecureEsp", "ESP32_S3"), (info.GetProperty("id").GetString(), info.GetProperty("app").GetString(), info.GetProperty("arch").GetString()));
        Assert.Equal("Blink on GPIO 9", info.GetProperty("application").GetString());
        Assert.Matches("^[0-9A-F]{12}$", info.GetProperty("mac").GetString());
        Assert.True(info.GetProperty("ram_free").GetInt64() > 0 && info.GetProperty("ram_size").GetInt64() >= info.GetProperty("ram_min_free").GetInt64());
        var wifi = info.GetProperty("wifi");
        Assert.Equal((CalledDevice.Ssid, "got ip"), (wifi.GetProperty("ssid").GetString(), wifi.GetProperty("status").GetString()));
        Assert.Contains("wifi.ssid     HomeNet\n", (await device.Run("device", "info")).Output);
    }

    [TimedFact]
    public async Task Call_shows_results_and_errors_with_a_remedy()
    {
        Assert.Equal("{\n  \"channel_info\": \"mqtt\"\n}\n", (await device.Run("device", "call", "RPC.Ping")).Output);
        Assert.Equal("{\"channel_info\":\"mqtt\"}\n", (await device.Run("device", "call", "RPC.Ping", "{}", "--json")).Output);
        var unknown = await device.Run("device", "call", "Nope");
        Assert.Equal((1, "error: Nope: No handler for Nope (404)\nhint: see what there is: device call RPC.List, or Config.Get\n"), (unknown.ExitCode, unknown.Error));
        var wrong = await device.Run("device", "call", "FS.Get", "{\"filename\":7}");
        Assert.Equal(1, wrong.ExitCode);
        Assert.StartsWith("error: FS.Get: filename must be a string of at most 240 bytes (400)\nhint: look at the arguments", wrong.Error);
        Assert.Equal(2, (await device.Run("device", "call", "FS.Get", "[]")).ExitCode);
        Assert.Equal(2, (await device.Run("device", "call", "FS.Get", "{")).ExitCode);
    }
}
