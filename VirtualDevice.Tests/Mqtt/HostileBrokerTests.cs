using SecureEsp.VirtualDevice.Tests.Scripting;

namespace SecureEsp.VirtualDevice.Tests.Mqtt;

/// <summary>
/// The M2Mqtt stand-in against a peer that does what a broker must not do, or does nothing. nanoframework/nanoFramework.m2mqtt,
/// M2Mqtt/MqttClient.cs (attempts, InflightQueueFull) and Net/MqttNetworkChannel.cs (the name is resolved in the constructor); MQTT
/// 3.1.1, 2.2.3, 3.3.1.2, 4.3.3, 4.8.
/// </summary>
public sealed class HostileBrokerTests : IDisposable
{
    private readonly FakeBroker _broker = new();

    public static TheoryData<string> Malformed() => new(
        "2F020000",         // CONNACK with reserved flags
        "20020000",         // a second CONNACK
        "D001FF",           // PINGRESP with a body
        "D080808080",       // remaining length of five bytes
        "30FFFFFF7F",       // 256 MB announced
        "3600",             // PUBLISH with QoS 3
        "3003000001",       // PUBLISH with an empty topic
        "300300012B",       // PUBLISH to a wildcard
        "3003000100",       // U+0000 in the topic
        "3205000161",       // cut off by a packet that never comes: see below
        "32050001610000",   // PUBLISH QoS 1 with identifier 0
        "40020000",         // PUBACK with identifier 0
        "6002000A",         // PUBREL without its flags
        "90020001",         // SUBACK without a code
        "9003000103",       // SUBACK with an impossible code
        "820800010003612F6200", // SUBSCRIBE: only clients send it
        "F000");            // AUTH in version 3.1.1

    public void Dispose() => _broker.Dispose();

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_a_broker_must_not_send_ends_the_connection(string packet)
    {
        using var device = Connected("wait closed");
        await _broker.AcceptAsync();
        device.Expect("connect returned 0, connected True;");
        await _broker.SendAsync(Convert.FromHexString(packet));
        if (packet == "3205000161") _broker.Close();
        else await _broker.WaitForCloseAsync();
        device.Expect("closed, connected False;");
    }

    [Fact]
    public async Task A_message_without_acknowledgement_is_sent_three_times_and_then_given_up()
    {
        using var device = Connected("""
            publish a 1 live x
            wait published
            """);
        await _broker.AcceptAsync();
        Assert.Equal(Publish(0x32), await _broker.ReadAsync());
        Assert.Equal(Publish(0x3A), await _broker.ReadAsync());
        Assert.Equal(Publish(0x3A), await _broker.ReadAsync());
        device.Expect("published 1 False;");
    }

    [Fact]
    public async Task A_release_without_completion_is_sent_again()
    {
        using var device = Connected("""
            publish a 2 live x
            wait published
            """);
        await _broker.AcceptAsync();
        Assert.Equal(Publish(0x34), await _broker.ReadAsync());
        await _broker.SendAsync(0x50, 0x02, 0x00, 0x01);
        Assert.Equal([0x62, 0x00, 0x01], await _broker.ReadAsync());
        Assert.Equal([0x62, 0x00, 0x01], await _broker.ReadAsync());
        await _broker.SendAsync(0x70, 0x02, 0x00, 0x01);
        device.Expect("published 1 True;");
    }

    [Fact]
    public async Task A_repeated_message_of_QoS_2_is_delivered_once()
    {
        using var device = Connected("wait received");
        await _broker.AcceptAsync();
        byte[] publish = [0x34, 0x06, 0x00, 0x01, 0x61, 0x00, 0x09, 0x78];
        byte[] repeated = [0x3C, .. publish[1..]];
        await _broker.SendAsync(publish);
        Assert.Equal([0x50, 0x00, 0x09], await _broker.ReadAsync());
        await _broker.SendAsync(repeated);
        Assert.Equal([0x50, 0x00, 0x09], await _broker.ReadAsync());
        await _broker.SendAsync(0x62, 0x02, 0x00, 0x09);
        Assert.Equal([0x70, 0x00, 0x09], await _broker.ReadAsync());
        await _broker.SendAsync(0x62, 0x02, 0x00, 0x09);
        Assert.Equal([0x70, 0x00, 0x09], await _broker.ReadAsync());
        device.Expect("received a qos 2 retain False dup False x;");
        Assert.Equal(2, device.Output.Split("received a").Length);
    }

    [Fact]
    public async Task A_broker_that_does_not_answer_PINGREQ_is_given_up_after_one_more_period()
    {
        using var device = Connected("wait closed", keepAlive: 1);
        await _broker.AcceptAsync();
        Assert.Equal([0xC0], await _broker.ReadAsync());
        await _broker.WaitForCloseAsync();
        device.Expect("closed, connected False;");
    }

    [Fact]
    public async Task A_broker_that_closes_instead_of_answering_CONNECT_throws()
    {
        using var device = Connected("");
        var accepting = _broker.AcceptAsync(0x20);
        await accepting;
        _broker.Close();
        device.Expect("threw MqttCommunicationException <- threw MqttCommunicationException;");
    }

    [Fact]
    public async Task The_name_is_resolved_when_the_client_is_made_and_never_again()
    {
        using var device = Connected($"""
            wait closed
            connect again clean 60
            client server.test {_broker.Port}
            """);
        await _broker.AcceptAsync();
        device.Expect("connect returned 0, connected True;");
        device.Network.Hosts.Remove("server.test");
        _broker.Close();
        await _broker.AcceptAsync();
        device.Expect("connect returned 0, connected True;", times: 2);
        device.Expect("threw SocketException;");
    }

    [Fact]
    public async Task A_topic_with_a_wildcard_ends_the_connection_as_in_the_real_library()
    {
        using var device = Connected("""
            publish a/# 0 live x
            wait closed
            """);
        await _broker.AcceptAsync();
        await _broker.WaitForCloseAsync();
        device.Expect("closed, connected False;");
    }

    [Fact]
    public async Task What_is_queued_beyond_the_limit_throws()
    {
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {_broker.Port}
            queue 1
            publish a 1 live x
            publish a 1 live y
            connect late clean 60
            """);
        await _broker.AcceptAsync();
        device.Expect("threw MqttClientException 11;");
        Assert.Equal(Publish(0x32), await _broker.ReadAsync());
    }

    private static byte[] Publish(byte first) => [first, 0x00, 0x01, 0x61, 0x00, 0x01, 0x78];

    private ScriptedDevice Connected(string script, int keepAlive = 60) => new("MqttScript", $"""
        client server.test {_broker.Port}
        connect victim clean {keepAlive}
        {script}
        """);
}
