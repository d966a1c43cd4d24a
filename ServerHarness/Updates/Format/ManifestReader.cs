using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>Reads what <see cref="ManifestWriter"/> writes, with the bounds that the firmware sets.</summary>
internal static class ManifestReader
{
    private const ulong MaxTime = 253402300799;
    private const int MaxImages = 16;
    private const int MaxReferences = 32;
    private const int MaxName = 32;
    private const int MaxAssemblyName = 64;
    private const int MaxTypeName = 128;
    public const int MaxSigners = 8;
    public const int MaxPayload = 16 * 1024 * 1024;

    /// <exception cref="BundleException">It is no manifest.</exception>
    public static Manifest Read(ReadOnlyMemory<byte> bytes)
    {
        var cbor = new CborReader(bytes, "the manifest");
        var pairs = cbor.Map(11, 12);
        cbor.Key(1);
        cbor.Number(ManifestWriter.Format, ManifestWriter.Format);
        cbor.Key(2);
        var product = cbor.Text(MaxName);
        cbor.Key(3);
        var target = cbor.Text(MaxName);
        cbor.Key(4);
        var sequence = (uint)cbor.Number(0, uint.MaxValue);
        cbor.Key(5);
        var version = Version(cbor);
        cbor.Key(6);
        var floor = Version(cbor);
        cbor.Key(7);
        var expires = DateTimeOffset.FromUnixTimeSeconds((long)cbor.Number(1, MaxTime));
        cbor.Key(8);
        var images = Many(cbor, 1, MaxImages, Image);
        cbor.Key(9);
        cbor.Map(3, 3);
        cbor.Key(1);
        var size = (int)cbor.Number(ImageHeader.Size, MaxPayload);
        cbor.Key(2);
        cbor.Number(ChunkDigests.ChunkSize, ChunkDigests.ChunkSize);
        cbor.Key(3);
        var pages = Many(cbor, 1, ChunkDigests.Pages(MaxPayload), c => c.Bytes(ChunkDigests.DigestSize, ChunkDigests.DigestSize));
        var encryption = pairs == 12 ? Encryption(cbor) : null;
        cbor.Key(11);
        var signers = Many(cbor, 1, MaxSigners, c => KeyId.Read(c.Bytes(KeyId.Length, KeyId.Length)));
        cbor.Key(12);
        var entry = cbor.Text(MaxTypeName);
        cbor.End();
        return Checked(cbor, new()
        {
            Product = product, Target = target, Sequence = sequence, Version = version, Floor = floor, Expires = expires, Images = images,
            PayloadSize = size, Pages = pages, Encryption = encryption, Signers = signers, EntryType = entry,
        });
    }

    private static Manifest Checked(CborReader cbor, Manifest manifest)
    {
        var images = manifest.Images.Sum(i => (long)i.Size);
        var size = manifest.Encryption is null ? images : PayloadCipher.Padded(images);
        return size != manifest.PayloadSize ? throw cbor.Bad($"its images make {size} bytes, its payload has {manifest.PayloadSize}")
            : manifest.Pages.Count != ChunkDigests.Pages(manifest.PayloadSize) ? throw cbor.Bad("it has too few or too many digests")
            : manifest.Floor > manifest.Version ? throw cbor.Bad("its floor is above its version")
            : !manifest.Signers.SequenceEqual(manifest.Signers.Distinct().Order()) ? throw cbor.Bad("its signers do not ascend")
            : manifest.Images.DistinctBy(i => i.Name).Count() != manifest.Images.Count ? throw cbor.Bad("two images have one name")
            : manifest.Images.Any(i => i.References.DistinctBy(r => r.Name).Count() != i.References.Count) ? throw cbor.Bad("two references of an image have one name")
            : manifest;
    }

    private static SemanticVersion Version(CborReader cbor)
    {
        cbor.Array(3, 3);
        return new(Part(cbor), Part(cbor), Part(cbor));
    }

    private static ushort Part(CborReader cbor) => (ushort)cbor.Number(0, ushort.MaxValue);

    private static ManifestImage Image(CborReader cbor)
    {
        cbor.Map(6, 6);
        cbor.Key(1);
        var name = cbor.Text(MaxAssemblyName);
        cbor.Key(2);
        cbor.Array(4, 4);
        var version = new Version(Part(cbor), Part(cbor), Part(cbor), Part(cbor));
        cbor.Key(3);
        var size = (int)cbor.Number(ImageHeader.Size, MaxPayload);
        cbor.Key(4);
        cbor.Number(ManifestImage.PeFormat, ManifestImage.PeFormat);
        cbor.Key(5);
        var references = Many(cbor, 0, MaxReferences, Reference);
        cbor.Key(6);
        return new(name, version, size, references, cbor.Bytes(32, 32));
    }

    private static AssemblyRow Reference(CborReader cbor)
    {
        cbor.Array(3, 3);
        return new(cbor.Text(MaxAssemblyName), new Version(Part(cbor), Part(cbor)));
    }

    private static PayloadEncryption Encryption(CborReader cbor)
    {
        cbor.Key(10);
        cbor.Map(4, 4);
        cbor.Key(1);
        cbor.Number(PayloadEncryption.Algorithm, PayloadEncryption.Algorithm);
        cbor.Key(2);
        var key = cbor.Text(MaxName);
        cbor.Key(3);
        var iv = cbor.Bytes(16, 16);
        cbor.Key(4);
        return new(key, iv, cbor.Bytes(32, 32));
    }

    private static T[] Many<T>(CborReader cbor, int least, int most, Func<CborReader, T> read)
    {
        var items = new T[cbor.Array(least, most)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(cbor);
        }

        return items;
    }
}
