using SecureEsp.VirtualDevice.Tests.Scripting;

namespace SecureEsp.VirtualDevice.Tests.Mqtt;

/// <summary>
/// The M2Mqtt stand-in against the real mosquitto. nanoframework/nanoFramework.m2mqtt, M2Mqtt/MqttClient.cs; MQTT 3.1.1, 3.1.2.5 (will),
/// 3.1.2.10 (keep alive), 3.2.2.3 (return codes), 3.3.1.3 (retain), 4.3 (QoS); MQTT 5.0, 3.3.2.3 (properties).
/// </summary>
public class SessionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_message_comes_back_with_its_quality_of_service(int qos)
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect echo clean 60
            subscribe a/b {qos}
            wait subscribed
            publish a/b {qos} live hello
            wait received
            """);
        device.WaitForEnd();
        device.Expect("connect returned 0, connected True;");
        device.Expect($"subscribed 1 {qos};");
        device.Expect($"received a/b qos {qos} retain False dup False hello;");
        if (qos > 0) device.Expect("published 2 True;");
    }

    [Fact]
    public void A_retained_message_reaches_a_later_subscriber_as_such()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect one clean 60
            publish kept 1 retain last
            wait published
            subscribe kept 1
            wait received
            """);
        device.WaitForEnd();
        device.Expect("received kept qos 1 retain True dup False last;");
    }

    [Fact]
    public void The_broker_publishes_the_will_of_a_device_whose_power_was_cut()
    {
        using var broker = new Mosquitto();
        using var observer = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect observer clean 60
            subscribe will/# 1
            wait subscribed
            """);
        observer.WaitForEnd();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            will mortal will/device gone 1 retain
            """);
        device.WaitForEnd();
        device.Expect("connect returned 0, connected True;");
        device.CutPower();
        observer.Expect("received will/device qos 1 retain False dup False gone;");
    }

    [Fact]
    public void A_farewell_makes_the_broker_drop_the_will_and_raises_ConnectionClosed()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            will polite will/polite gone 1 live
            disconnect
            wait closed
            """);
        device.WaitForEnd();
        device.Expect("closed, connected False;");
        broker.WaitForLog("Received DISCONNECT from polite");
    }

    [Fact]
    public void Close_says_no_farewell_and_raises_nothing()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect rude clean 60
            close
            disconnect
            """);
        device.WaitForEnd();
        device.Expect("closed by call, connected False;");
        device.Expect("threw MqttCommunicationException;");
        broker.WaitForLog("Client rude closed its connection");
        Assert.DoesNotContain("closed, connected", device.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_idle_connection_is_kept_alive()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect idle clean 3
            """);
        broker.WaitForLog("Received PINGREQ from idle");
        broker.WaitForLog("Sending PINGRESP to idle");
        Assert.DoesNotContain("closed", device.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 200, 20)]
    [InlineData(1, 200, 20)]
    [InlineData(2, 60, 20)]
    [InlineData(1, 3, 100000)]
    public void Many_or_large_messages_arrive_in_their_order(int qos, int count, int size)
    {
        using var broker = new Mosquitto("allow_anonymous true\nmax_queued_messages 0\nmax_inflight_messages 0");
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect busy clean 60
            subscribe a {qos}
            wait subscribed
            burst a {qos} {count} {size}
            """);
        device.WaitForEnd();
        device.Expect($"burst True {count};");
    }

    [Fact]
    public void A_kept_session_brings_what_was_published_meanwhile()
    {
        using var broker = new Mosquitto();
        using var sleeper = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect sleeper keep 60
            subscribe news 1
            wait subscribed
            disconnect
            wait closed
            client server.test {broker.Port}
            connect speaker clean 60
            publish news 1 live missed
            wait published
            disconnect
            wait closed
            client server.test {broker.Port}
            connect sleeper keep 60
            wait received
            """);
        sleeper.WaitForEnd();
        sleeper.Expect("opened 0 present True;");
        sleeper.Expect("received news qos 1 retain False dup False missed;");
    }

    [Fact]
    public void An_unknown_host_throws_in_the_constructor()
    {
        using var device = new ScriptedDevice("MqttScript", "client nowhere.test 1883");
        device.WaitForEnd();
        device.Expect("threw SocketException;");
    }

    // "Not authorized" is 5 in MQTT 3.1.1 (section 3.2.2.3) and 0x87 in MQTT 5.0 (section 3.2.2.2).
    [Theory]
    [InlineData("", 5)]
    [InlineData("version5", 0x87)]
    public void A_broker_that_refuses_answers_with_its_code(string version, int code)
    {
        using var broker = new Mosquitto("allow_anonymous false");
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            {version}
            login somebody user wrong
            """);
        device.WaitForEnd();
        device.Expect($"opened {code} present False;");
        device.Expect($"connect returned {code}, connected False;");
    }

    [Fact]
    public void Unsubscribing_is_answered_and_ends_the_messages()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect leaver clean 60
            subscribe a 1
            wait subscribed
            unsubscribe a
            wait unsubscribed
            publish a 1 live unheard
            wait published
            """);
        device.WaitForEnd();
        device.Expect("unsubscribed 2;");
        Assert.DoesNotContain("received", device.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_5_carries_its_properties_and_codes()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            version5
            connect modern clean 60
            subscribe five 2
            wait subscribed
            publish five 2 live plain
            wait received
            publish5 five adorned
            wait received
            disconnect
            wait closed
            """);
        device.WaitForEnd();
        device.Expect("received five qos 2 retain False dup False plain;");
        device.Expect("received five qos 0 retain False dup False adorned;");
        Assert.DoesNotContain("threw", device.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_of_version_5_are_refused_in_version_3()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect old clean 60
            publish5 a b
            """);
        device.WaitForEnd();
        device.Expect("threw NotSupportedException;");
    }
}
