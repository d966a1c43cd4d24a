using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The first 24 bytes of a bundle: <c>SEBUNDL1</c>, the lengths of key chain, manifest and signatures, and a CRC-32
    /// against accidents. What these lengths announce is bounded before a byte of it is fetched.
    /// </summary>
    public sealed class BundleEnvelope
    {
        /// <summary>How many bytes it is.</summary>
        public const int Bytes = 24;

        /// <summary>Longest key chain, in bytes.</summary>
        public const int MaxKeyChain = 8192;

        /// <summary>Longest manifest, in bytes.</summary>
        public const int MaxManifest = 4096;

        /// <summary>Longest signature list, in bytes.</summary>
        public const int MaxSignatures = 1024;

        private const int CrcAt = 20;

        // "SEBUNDL1"
        private const uint Magic = 0x55424553;
        private const uint Version = 0x314C444E;

        private BundleEnvelope(int keyChain, int manifest, int signatures)
        {
            KeyChainLength = keyChain;
            ManifestLength = manifest;
            SignaturesLength = signatures;
        }

        /// <summary>Length of the key chain; 0 where there is none.</summary>
        public int KeyChainLength { get; }

        /// <summary>Length of the manifest.</summary>
        public int ManifestLength { get; }

        /// <summary>Length of the signature list.</summary>
        public int SignaturesLength { get; }

        /// <summary>Where the manifest starts, in the bundle.</summary>
        public int ManifestAt
        {
            get { return Bytes + KeyChainLength; }
        }

        /// <summary>Where the signature list starts, in the bundle.</summary>
        public int SignaturesAt
        {
            get { return ManifestAt + ManifestLength; }
        }

        /// <summary>Length of the head: envelope, key chain, manifest and signatures; at most 13,336. The digest list follows.</summary>
        public int HeadBytes
        {
            get { return SignaturesAt + SignaturesLength; }
        }

        /// <summary>Reads the envelope from the first <paramref name="count"/> bytes of a bundle.</summary>
        /// <returns>A <see cref="UpdateReason"/>; with <see cref="UpdateReason.Accepted"/> there is an envelope, else null.</returns>
        public static int Read(byte[] bytes, int count, out BundleEnvelope envelope)
        {
            envelope = null;
            if (count < Bytes)
            {
                return UpdateReason.EnvelopeTruncated;
            }

            if (LittleEndian.UInt32(bytes, 0) != Magic || LittleEndian.UInt32(bytes, 4) != Version)
            {
                return UpdateReason.EnvelopeMagic;
            }

            if (LittleEndian.UInt32(bytes, CrcAt) != Crc32.Of(bytes, CrcAt))
            {
                return UpdateReason.EnvelopeCrc;
            }

            return Lengths(LittleEndian.UInt32(bytes, 8), LittleEndian.UInt32(bytes, 12), LittleEndian.UInt32(bytes, 16), out envelope);
        }

        private static int Lengths(uint keyChain, uint manifest, uint signatures, out BundleEnvelope envelope)
        {
            envelope = null;
            if (keyChain > MaxKeyChain)
            {
                return UpdateReason.KeyChainLength;
            }

            if (manifest == 0 || manifest > MaxManifest)
            {
                return UpdateReason.ManifestLength;
            }

            if (signatures == 0 || signatures > MaxSignatures)
            {
                return UpdateReason.SignaturesLength;
            }

            envelope = new BundleEnvelope((int)keyChain, (int)manifest, (int)signatures);
            return UpdateReason.Accepted;
        }
    }
}
