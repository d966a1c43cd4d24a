using SecureEsp.VirtualDevice.Tests.Scripting;

namespace SecureEsp.VirtualDevice.Tests.Mqtt;

/// <summary>
/// What a broker that dies, and a handler that closes, connects or throws, does to a session: the client raises its event and never
/// connects again by itself (nanoFramework.m2mqtt, MqttClient.cs).
/// </summary>
public class EndOfSessionTests
{
    [Fact]
    public void A_broker_that_dies_is_noticed_and_nothing_is_reconnected()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect widow clean 60
            wait connect
            wait closed
            connect widow clean 60
            """);
        device.Expect("connect returned 0, connected True;");
        broker.Kill();
        device.WaitForEnd();
        device.Expect("closed, connected False;");
        device.Expect("threw MqttConnectionException <- threw SocketException;");
    }

    [Fact]
    public void The_same_client_connects_again_after_the_broker_is_back()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect again clean 60
            subscribe x 1
            wait subscribed
            disconnect
            wait closed
            connect again clean 60
            subscribe x 1
            wait subscribed
            publish x 1 live second
            wait received
            """);
        device.WaitForEnd();
        device.Expect("received x qos 1 retain False dup False second;");
        device.Expect("connect returned 0, connected True;", times: 2);
    }

    [Fact]
    public void A_client_can_connect_again_from_its_ConnectionClosed_handler()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect-when-closed phoenix
            connect phoenix clean 60
            disconnect
            wait opened
            wait opened
            """);
        device.WaitForEnd();
        device.Expect("connect returned 0, connected True;", times: 2);
    }

    [Fact]
    public void A_client_can_be_closed_from_a_handler()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect self clean 60
            close-when-received
            subscribe a 0
            wait subscribed
            publish a 0 live x
            wait closed
            """);
        device.WaitForEnd();
        device.Expect("closed by call, connected False;");
    }

    [Fact]
    public void A_handler_that_throws_ends_the_connection_and_nothing_else()
    {
        using var broker = new Mosquitto();
        using var device = new ScriptedDevice("MqttScript", $"""
            client server.test {broker.Port}
            connect clumsy clean 60
            throw-when-received
            subscribe a 0
            wait subscribed
            publish a 0 live x
            wait closed
            """);
        device.WaitForEnd();
        device.Expect("closed, connected False;");
    }
}
