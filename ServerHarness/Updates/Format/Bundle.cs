using System.Buffers.Binary;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>A bundle in its parts, as they stand in the file.</summary>
/// <param name="Signatures">Empty where nobody has signed yet: no device takes such a bundle.</param>
public sealed record Bundle(byte[] KeyChain, byte[] Manifest, byte[] Signatures, byte[] Digests, byte[] Payload)
{
    public const int EnvelopeSize = 24;
    public const int MaxKeyChain = 8192;
    public const int MaxManifest = 4096;
    public const int MaxSignatures = 1024;
    private const int ChecksumAt = 20;

    private static ReadOnlySpan<byte> Magic => "SEBUNDL1"u8;

    /// <exception cref="BundleException">The bytes are no bundle, or more or less than one.</exception>
    public static Bundle Read(byte[] bytes)
    {
        if (bytes.Length < EnvelopeSize || !bytes.AsSpan().StartsWith(Magic))
        {
            throw new BundleException("it does not start with SEBUNDL1: no bundle");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ChecksumAt)) != Crc32.HashToUInt32(bytes.AsSpan(0, ChecksumAt)))
        {
            throw new BundleException("its first 24 bytes are damaged");
        }

        var at = EnvelopeSize;
        var chain = Part(bytes, ref at, 8, MaxKeyChain, "key chain");
        var manifest = Part(bytes, ref at, 12, MaxManifest, "manifest");
        var signatures = Part(bytes, ref at, 16, MaxSignatures, "signature list");
        var payloadSize = ManifestReader.Read(manifest).PayloadSize;
        var list = ChunkDigests.ListSize(payloadSize);
        return bytes.Length - at == (long)list + payloadSize
            ? new(chain, manifest, signatures, bytes[at..(at + list)], bytes[(at + list)..])
            : throw new BundleException($"{(long)list + payloadSize} bytes belong behind its head, there are {bytes.Length - at}");
    }

    public byte[] ToArray()
    {
        var envelope = new byte[EnvelopeSize];
        Magic.CopyTo(envelope);
        Number(envelope, 8, (uint)KeyChain.Length);
        Number(envelope, 12, (uint)Manifest.Length);
        Number(envelope, 16, (uint)Signatures.Length);
        Number(envelope, ChecksumAt, Crc32.HashToUInt32(envelope.AsSpan(0, ChecksumAt)));
        return [.. envelope, .. KeyChain, .. Manifest, .. Signatures, .. Digests, .. Payload];
    }

    private static byte[] Part(byte[] bytes, ref int at, int lengthAt, int most, string what)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(lengthAt));
        if (length > most || length > bytes.Length - at)
        {
            throw new BundleException($"its {what} cannot have {length} bytes");
        }

        at += (int)length;
        return bytes[(at - (int)length)..at];
    }

    private static void Number(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
}
