namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Reads a manifest: deterministic CBOR, one map with small numbers as keys, every one of them known. There is one encoding of each
    /// manifest, so a signature has one meaning.
    /// </summary>
    public static class ManifestReader
    {
        /// <summary>Longest product, target and key name, in bytes.</summary>
        public const int MaxName = 32;

        /// <summary>Longest name of a type, in bytes.</summary>
        public const int MaxTypeName = 128;

        // The end of the year 9999, where dates end.
        private const long MaxTime = 253402300799;

        private const int Format = 1;
        private const int Pairs = 11;

        /// <summary>Reads a manifest that nothing follows.</summary>
        /// <returns>A <see cref="UpdateReason"/>; with <see cref="UpdateReason.Accepted"/> there is a manifest, else null.</returns>
        public static int Read(byte[] bytes, int offset, int length, out Manifest manifest)
        {
            manifest = null;
            var reader = new CborReader(bytes, offset, length);
            var pairs = reader.Map(Pairs, Pairs + 1);
            reader.Key(1);
            var format = reader.Number(0, uint.MaxValue);
            if (reader.Error == CborError.None && format != Format)
            {
                return UpdateReason.ManifestFormat;
            }

            var read = new Manifest();
            Offer(reader, read);
            read.Images = Images(reader);
            var chunkBytes = Payload(reader, read);
            read.Encryption = pairs > Pairs ? Encryption(reader) : null;
            reader.Key(11);
            read.Signers = Digests(reader, 1, SignatureList.MaxCount, SignatureList.KeyIdBytes);
            reader.Key(12);
            read.EntryType = reader.Text(MaxTypeName);
            reader.End();
            if (reader.Error != CborError.None)
            {
                return UpdateReason.Manifest + (int)reader.Error;
            }

            var reason = ManifestRules.Judge(read, chunkBytes);
            manifest = reason == UpdateReason.Accepted ? read : null;
            return reason;
        }

        private static void Offer(CborReader reader, Manifest manifest)
        {
            reader.Key(2);
            manifest.Product = reader.Text(MaxName);
            reader.Key(3);
            manifest.Target = reader.Text(MaxName);
            reader.Key(4);
            manifest.Sequence = (uint)reader.Number(0, uint.MaxValue);
            reader.Key(5);
            manifest.Version = Version(reader);
            reader.Key(6);
            manifest.Floor = Version(reader);
            reader.Key(7);
            manifest.Expires = reader.Number(1, MaxTime);
        }

        private static SemanticVersion Version(CborReader reader)
        {
            reader.Array(3, 3);
            var major = (int)reader.Number(0, SemanticVersion.MaxPart);
            var minor = (int)reader.Number(0, SemanticVersion.MaxPart);
            return new SemanticVersion(major, minor, (int)reader.Number(0, SemanticVersion.MaxPart));
        }

        private static ManifestImage[] Images(CborReader reader)
        {
            reader.Key(8);
            var images = new ManifestImage[reader.Array(1, ManifestRules.MaxImages)];
            for (var i = 0; i < images.Length && reader.Error == CborError.None; i++)
            {
                images[i] = ImageReader.Read(reader);
            }

            return images;
        }

        private static long Payload(CborReader reader, Manifest manifest)
        {
            reader.Key(9);
            reader.Map(3, 3);
            reader.Key(1);
            manifest.Payload = new PayloadLayout((int)reader.Number(PeHeader.Bytes, PayloadLayout.MaxBytes));
            reader.Key(2);
            var chunkBytes = reader.Number(1, uint.MaxValue);
            reader.Key(3);
            manifest.PageDigests = Digests(reader, 1, PayloadLayout.MaxPages, PayloadLayout.DigestBytes);
            return chunkBytes;
        }

        private static PayloadEncryption Encryption(CborReader reader)
        {
            reader.Key(10);
            reader.Map(4, 4);
            var encryption = new PayloadEncryption();
            reader.Key(1);
            encryption.Algorithm = (uint)reader.Number(0, uint.MaxValue);
            reader.Key(2);
            encryption.KeyId = reader.Text(MaxName);
            reader.Key(3);
            encryption.Iv = reader.Copy(PayloadEncryption.BlockBytes);
            reader.Key(4);
            encryption.Mac = reader.Copy(PayloadLayout.DigestBytes);
            return encryption;
        }

        private static byte[][] Digests(CborReader reader, int least, int most, int bytes)
        {
            var digests = new byte[reader.Array(least, most)][];
            for (var i = 0; i < digests.Length && reader.Error == CborError.None; i++)
            {
                digests[i] = reader.Copy(bytes);
            }

            return digests;
        }
    }
}
