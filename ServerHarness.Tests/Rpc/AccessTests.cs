using System.Text.Json;
using SecureEsp.ServerHarness.Rpc;
using SecureEsp.ServerHarness.Tests.Broker;
using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>Who may call a device through the broker, and what a device makes of hostile calls.</summary>
public sealed class AccessTests(CalledDevice device) : IClassFixture<CalledDevice>
{
    private const string Reboot = """{"method":"Sys.Reboot","params":{"delay_ms":0}}""";

    [TimedTheory]
    [InlineData("dev-1")]
    [InlineData("dev-2")]
    public async Task A_device_certificate_calls_nobody(string thief)
    {
        // Under another client id, so that the device keeps its own session.
        await new MqttClients(device.Bench.Broker.Port, device.Pki.Root).Publish(device.Pki.Pki.Layout.Device(thief), "esp/dev-1/rpc", Reboot, "-i", "thief");
        Assert.Equal("{'channel_info':'mqtt'}", await device.Call("RPC.Ping"));
        Assert.DoesNotContain("[rpc] Sys.Reboot", device.Bench.Console.Output);
    }

    [TimedFact]
    public async Task Another_CAs_operator_calls_nobody()
    {
        device.Pki.Other.IssueOperator("alice");
        var result = await new MqttClients(device.Bench.Broker.Port, device.Pki.Root).Publish(device.Pki.Other.Layout.Operator("alice"), "esp/dev-1/rpc", Reboot);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal("{'channel_info':'mqtt'}", await device.Call("RPC.Ping"));
        Assert.DoesNotContain("[rpc] Sys.Reboot", device.Bench.Console.Output);
    }

    [TimedFact]
    public async Task A_retained_call_is_not_carried_out_again_and_again()
    {
        var clients = new MqttClients(device.Bench.Broker.Port, device.Pki.Root);
        await clients.Publish(device.Pki.Operator, "esp/dev-1/rpc", """{"method":"FS.Put","params":{"filename":"retained","data":""}}""", "-r");
        var since = await device.Bench.Console.WaitForAsync("[rpc] FS.Put by mqtt", Bench.Limit);
        device.Bench.Device!.PowerOff();
        device.Board.Flash.Delete(@"I:\retained");
        device.Bench.Device.PowerOn();
        await device.Bench.Console.WaitForAsync("[rpc] ignored a call: it was retained", Bench.Limit, since);
        await clients.Publish(device.Pki.Operator, "esp/dev-1/rpc", "", "-r");
        Assert.Equal("{'channel_info':'mqtt'}", await device.Call("RPC.Ping"));
        Assert.False(device.Board.Flash.Exists(@"I:\retained"));
    }

    [TimedFact]
    public async Task Hostile_calls_are_not_answered_and_the_next_good_one_is()
    {
        var client = device.Bench.OperatorClient();
        await using var heard = await client.SubscribeAsync(["esp/dev-1/rpc/#", "mos/rpc", "esp/dev-2/#"]);
        string[] hostile =
        [
            "{", "[]", "null", "{}", "{\"id\":1}", "{\"id\":1,\"method\":\"RPC.Ping\"}", "{\"id\":1,\"src\":\"mos\",\"method\":\"RPC.Ping\"}",
            "{\"id\":1,\"src\":\"esp/dev-2\",\"method\":\"RPC.Ping\"}", "{\"id\":1,\"src\":\"esp/dev-1/rpc/#\",\"method\":\"RPC.Ping\"}",
            "{\"id\":1,\"src\":\"esp/dev-1/rpc/t\",\"dst\":\"dev-2\",\"method\":\"RPC.Ping\"}", "{\"id\":1,\"src\":\"esp/dev-1/rpc/t\",\"method\":\"RPC.Ping\",\"method\":\"RPC.Ping\"}",
            "{\"id\":1,\"src\":\"esp/dev-1/rpc/t\",\"method\":\"RPC.Ping\",\"params\":" + new string('[', 200) + new string(']', 200) + "}",
            "{\"id\":1,\"src\":\"esp/dev-1/rpc/t\",\"method\":\"RPC.Ping\",\"x\":\"" + new string('x', 4096) + "\"}", new string(' ', 4000), "\"\\ud800\"",
        ];
        foreach (var call in hostile)
        {
            await client.PublishAsync("esp/dev-1/rpc", call);
            Assert.Equal("{'channel_info':'mqtt'}", await device.Call("RPC.Ping"));
        }

        var answers = 0;
        await heard.WaitForAsync(m => m.Contains("/rpc {\"id\":", StringComparison.Ordinal) && ++answers == hostile.Length, "the good answers", Bench.Limit);
        await Assert.ThrowsAsync<TimeoutException>(() => heard.WaitForAsync(m => m.StartsWith("esp/dev-1/rpc/t/rpc", StringComparison.Ordinal) || m.StartsWith("mos", StringComparison.Ordinal)
            || m.StartsWith("esp/dev-2", StringComparison.Ordinal), "an answer to a hostile one", TimeSpan.FromMilliseconds(1)));
    }

    [TimedFact]
    public async Task A_call_takes_the_answer_with_its_id_whatever_else_comes_before()
    {
        // Here the test is the device: none of this name runs.
        var client = device.Bench.OperatorClient();
        await using var calls = await client.SubscribeAsync(["esp/dev-9/rpc"]);
        await using var channel = await MqttChannel.OpenAsync(client, "dev-9", CancellationToken.None);
        var result = channel.CallAsync("RPC.Ping", null, CancellationToken.None);
        var heard = await calls.WaitForAsync(m => m.StartsWith("esp/dev-9/rpc {", StringComparison.Ordinal), "the call", Bench.Limit);
        using var call = JsonDocument.Parse(heard["esp/dev-9/rpc ".Length..]);
        var (id, topic) = (call.RootElement.GetProperty("id").GetInt64(), call.RootElement.GetProperty("src").GetString() + "/rpc");
        foreach (var other in new[] { "{", $"{{\"id\":{id + 1},\"result\":1}}", $"{{\"id\":\"{id}\",\"result\":2}}", $"x\n{new string('y', topic.Length)} {{\"id\":{id},\"result\":3}}" })
            await client.PublishAsync(topic, other);
        await client.PublishAsync(topic, $"{{\"id\":{id},\"result\":4}}");
        Assert.Equal(4, (await result).GetInt32());
    }

    [Theory]
    [InlineData("http://dev-1")]
    [InlineData("mqtt://localhost/dev-1")]
    [InlineData("mqtts://localhost")]
    [InlineData("mqtts://localhost/dev-1/x")]
    [InlineData("mqtts://localhost/+")]
    [InlineData("https://dev-1/other")]
    [InlineData("https://user@dev-1/")]
    [InlineData("dev-1")]
    public void An_address_that_is_none_is_refused(string address) => Assert.Throws<HarnessException>(() => DeviceAddress.Parse(address));

    [Fact]
    public void An_address_says_which_way()
    {
        Assert.Equal(new DeviceAddress("esp32-kitchen", 443, null), DeviceAddress.Parse("https://esp32-kitchen"));
        Assert.Equal(new DeviceAddress("esp32-kitchen", 8443, null), DeviceAddress.Parse("https://esp32-kitchen:8443/rpc"));
        Assert.Equal(new DeviceAddress("localhost", 8883, "dev-1"), DeviceAddress.Parse("mqtts://localhost/dev-1"));
        Assert.Equal(new DeviceAddress("localhost", 1234, "dev-1"), DeviceAddress.Parse("mqtts://localhost:1234/dev-1"));
    }
}
