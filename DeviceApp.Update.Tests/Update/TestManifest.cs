using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Writes manifests: a good one, unless the test changes fields. The keys that sign it are 1 and the like.</summary>
    public static class TestManifest
    {
        /// <summary>Two images: a library and the application that refers to it and to the host's mscorlib.</summary>
        public static Manifest Good(TestScheme scheme, params int[] signers)
        {
            scheme.Sort(signers);
            var ids = new byte[signers.Length][];
            for (var i = 0; i < ids.Length; i++)
            {
                ids[i] = scheme.KeyId(signers[i]);
            }

            var host = new AssemblyReference("mscorlib", 1, 17);
            return new Manifest
            {
                Product = "blink",
                Target = "ESP32_S3",
                Sequence = 12,
                Version = new SemanticVersion(1, 2, 0),
                Floor = new SemanticVersion(1, 0, 0),
                Expires = 1900000000,
                Images = new[]
                {
                    Image("Colours", 600, host),
                    Image("Blink", 5000, host, new AssemblyReference("Colours", 1, 0))
                },
                Payload = new PayloadLayout(5600),
                PageDigests = new[] { TestBytes.Of(32, 7) },
                Signers = ids,
                EntryType = "Blink.Application"
            };
        }

        public static ManifestImage Image(string name, int size, params AssemblyReference[] references)
        {
            return new ManifestImage
            {
                Name = name,
                Version = new PeVersion(1, 0, 0, 0),
                Size = size,
                PeFormat = 1,
                References = references,
                Sha256 = TestBytes.Of(32, size)
            };
        }

        public static PayloadEncryption Encryption(string keyId)
        {
            return new PayloadEncryption { Algorithm = 1, KeyId = keyId, Iv = TestBytes.Of(16, 1), Mac = TestBytes.Of(32, 2) };
        }

        public static byte[] Encode(Manifest manifest)
        {
            var cbor = new TestCbor().Map(manifest.Encryption == null ? 11 : 12).Number(1).Number(1);
            cbor.Number(2).Text(manifest.Product).Number(3).Text(manifest.Target).Number(4).Number(manifest.Sequence);
            Version(cbor.Number(5), manifest.Version);
            Version(cbor.Number(6), manifest.Floor);
            cbor.Number(7).Number(manifest.Expires).Number(8).Array(manifest.Images.Length);
            foreach (var image in manifest.Images)
            {
                Image(cbor, image);
            }

            cbor.Number(9).Map(3).Number(1).Number(manifest.Payload.Size).Number(2).Number(4096).Number(3);
            Digests(cbor, manifest.PageDigests);
            if (manifest.Encryption != null)
            {
                var encryption = manifest.Encryption;
                cbor.Number(10).Map(4).Number(1).Number(encryption.Algorithm).Number(2).Text(encryption.KeyId);
                cbor.Number(3).Bytes(encryption.Iv).Number(4).Bytes(encryption.Mac);
            }

            Digests(cbor.Number(11), manifest.Signers);
            return cbor.Number(12).Text(manifest.EntryType).Done;
        }

        private static void Version(TestCbor cbor, SemanticVersion version)
        {
            cbor.Array(3).Number(version.Major).Number(version.Minor).Number(version.Patch);
        }

        private static void Image(TestCbor cbor, ManifestImage image)
        {
            cbor.Map(6).Number(1).Text(image.Name).Number(2).Array(4);
            cbor.Number(image.Version.Major).Number(image.Version.Minor).Number(image.Version.Build).Number(image.Version.Revision);
            cbor.Number(3).Number(image.Size).Number(4).Number(image.PeFormat).Number(5).Array(image.References.Length);
            foreach (var reference in image.References)
            {
                cbor.Array(3).Text(reference.Name).Number(reference.Major).Number(reference.Minor);
            }

            cbor.Number(6).Bytes(image.Sha256);
        }

        private static void Digests(TestCbor cbor, byte[][] digests)
        {
            cbor.Array(digests.Length);
            foreach (var digest in digests)
            {
                cbor.Bytes(digest);
            }
        }
    }
}
