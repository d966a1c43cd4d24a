using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>Which broker is checked, and as whom.</summary>
public sealed record BrokerCheckOptions
{
    /// <summary>A name or address that the broker's certificate carries.</summary>
    public required string Host { get; init; }

    /// <summary>Its port for MQTT over TLS.</summary>
    public required int Port { get; init; }

    /// <summary>PEM file of the authorities that the broker's certificate must chain to.</summary>
    public required string CaFile { get; init; }

    /// <summary>A device's id, which is its certificate's common name.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The device's certificate and key.</summary>
    public required KeyPairFiles Device { get; init; }

    /// <summary>An operator's name.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The operator's certificate and key.</summary>
    public required KeyPairFiles Operator { get; init; }

    /// <summary>For each thing that is waited for.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>One thing that must hold at a broker.</summary>
/// <param name="Rule">What must hold.</param>
/// <param name="Passed">Whether it does.</param>
/// <param name="Seen">What was seen, in the words of mosquitto's clients where they had any.</param>
public sealed record BrokerFinding(string Rule, bool Passed, string Seen);
