using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Building;

/// <summary>What a bundle is made of and for.</summary>
public sealed record BundleRequest
{
    public required string Product { get; init; }

    public required string Target { get; init; }

    public required uint Sequence { get; init; }

    public required SemanticVersion Version { get; init; }

    public required SemanticVersion Floor { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required string EntryType { get; init; }

    /// <summary>Whole images in the order of loading, the application last.</summary>
    public required IReadOnlyList<byte[]> Images { get; init; }

    /// <summary>Who will sign: all of them must.</summary>
    public required IReadOnlyList<KeyId> Signers { get; init; }

    public IReadOnlyList<KeyChainLink> KeyChain { get; init; } = [];

    /// <summary>Null where the payload stays plain.</summary>
    public PayloadKey? Encryption { get; init; }
}

/// <param name="Key">16 bytes, the same as on the device.</param>
public sealed record PayloadKey(string Id, byte[] Key);
