namespace SecureEsp.ServerHarness.Broker;

/// <summary>What one client, or all together, may take of the broker. 0 is no limit.</summary>
public sealed record BrokerLimits
{
    /// <summary>Connections at a time.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>Bytes of one MQTT packet. A board has little memory: what no device can take need not pass.</summary>
    public int MaxPacketBytes { get; init; } = 64 * 1024;

    /// <summary>Messages of QoS 1 and 2 that wait for one client; what comes after is dropped.</summary>
    public int MaxQueuedMessages { get; init; } = 1000;
}
