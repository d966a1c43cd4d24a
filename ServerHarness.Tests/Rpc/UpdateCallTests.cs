using System.Text.Json;
using System.Text.Json.Nodes;
using SecureEsp.ServerHarness.Rpc;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.ServerHarness.Tests.Updates;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>An update that is asked for, watched and reverted by calls.</summary>
public sealed class UpdateCallTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task An_update_is_fetched_committed_and_reverted_by_calls()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.PowerUp();
        await rig.Logged("nothing-offered");
        await using var channel = await MqttChannel.OpenAsync(rig.Bench.OperatorClient(), "dev-1", CancellationToken.None);
        Assert.Equal((0, true, 0, 30), await BootState());
        Assert.StartsWith("500 ", await Call("OTA.Commit"), StringComparison.Ordinal);
        Assert.StartsWith("500 ", await Call("OTA.Revert"), StringComparison.Ordinal);
        Assert.Equal("400 url must be an https URL of at most 512 characters", await Call("OTA.Update", new() { ["url"] = "http://update.test/x" }));
        rig.Server.Bundle = await rig.Bundle("1.1.0");
        Assert.Equal("null", await Call("OTA.Update"));
        await rig.Logged("Update to 1.1.0 is confirmed");
        var (slot, committed, back, _) = await BootState();
        Assert.True(slot is 1 or 2);
        Assert.Equal((true, 0), (committed, back));
        Assert.Contains("\"version\":\"1.1.0\"", await Call("Update.Status"), StringComparison.Ordinal);
        Assert.Equal("null", await Call("OTA.Revert"));
        await rig.Logged("going back to the application before this one");
        await rig.Logged("Running application: Blink");
        await rig.Logged("401 never-again");
        Assert.Equal((0, true, 0, 30), await BootState());

        async Task<(int, bool, int, int)> BootState()
        {
            var state = await channel.CallAsync("OTA.GetBootState", null, CancellationToken.None);
            return (state.GetProperty("active_slot").GetInt32(), state.GetProperty("is_committed").GetBoolean(),
                state.GetProperty("revert_slot").GetInt32(), state.GetProperty("commit_timeout").GetInt32());
        }

        async Task<string> Call(string method, JsonObject? arguments = null)
        {
            try
            {
                return JsonSerializer.Serialize(await channel.CallAsync(method, arguments, CancellationToken.None));
            }
            catch (DeviceError e)
            {
                return $"{e.Code} {e.Words}";
            }
        }
    }
}
