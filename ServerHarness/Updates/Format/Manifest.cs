using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>What is signed: what the payload is, for whom, and when it may be installed.</summary>
public sealed record Manifest
{
    public required string Product { get; init; }

    /// <summary>The nanoFramework target, such as ESP32_S3.</summary>
    public required string Target { get; init; }

    /// <summary>Counts the bundles of a product: each has a higher one.</summary>
    public required uint Sequence { get; init; }

    public required SemanticVersion Version { get; init; }

    /// <summary>Once this version is confirmed, no lower one than this runs on the device any more.</summary>
    public required SemanticVersion Floor { get; init; }

    /// <summary>Until when it may be installed.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>In the order in which they are loaded, the application last.</summary>
    public required IReadOnlyList<ManifestImage> Images { get; init; }

    /// <summary>Bytes of the payload: the images one after the other, encrypted as a whole if they are.</summary>
    public required int PayloadSize { get; init; }

    /// <summary>Digests of the pages of the bundle's list of chunk digests.</summary>
    public required IReadOnlyList<byte[]> Pages { get; init; }

    /// <summary>Null where the payload is plain.</summary>
    public PayloadEncryption? Encryption { get; init; }

    /// <summary>Ids of the keys that must have signed, all of them, ascending.</summary>
    public required IReadOnlyList<KeyId> Signers { get; init; }

    /// <summary>Full name of the type to start.</summary>
    public required string EntryType { get; init; }
}

/// <param name="Sha256">Of the plain image, for people.</param>
public sealed record ManifestImage(string Name, Version Version, int Size, IReadOnlyList<AssemblyRow> References, byte[] Sha256)
{
    /// <summary>NFMRK1, the images of nanoFramework 1.x.</summary>
    public const int PeFormat = 1;
}

/// <param name="KeyId">Name of the device's or the group's key.</param>
public sealed record PayloadEncryption(string KeyId, byte[] Iv, byte[] Mac)
{
    /// <summary>AES-128-CBC with PKCS#7, then HMAC-SHA-256.</summary>
    public const int Algorithm = 1;
}
