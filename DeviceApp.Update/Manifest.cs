namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What a bundle is, as its signers say. Read by <see cref="ManifestReader"/>.</summary>
    public sealed class Manifest
    {
        /// <summary>What the application is for; at most 32 bytes.</summary>
        public string Product;

        /// <summary>Name of the nanoFramework target, such as ESP32_S3; at most 32 bytes.</summary>
        public string Target;

        /// <summary>Rises with every bundle that is published.</summary>
        public uint Sequence;

        /// <summary>Version of the application.</summary>
        public SemanticVersion Version;

        /// <summary>No lower version may run once this one is confirmed.</summary>
        public SemanticVersion Floor;

        /// <summary>When the offer ends, in seconds since 1970-01-01 UTC.</summary>
        public long Expires;

        /// <summary>1 to 16 images: each after those it refers to, the application last.</summary>
        public ManifestImage[] Images;

        /// <summary>Where the payload and its digests lie.</summary>
        public PayloadLayout Payload;

        /// <summary>A digest of 32 bytes for each page of the digest list.</summary>
        public byte[][] PageDigests;

        /// <summary>How the payload is encrypted; null where it is not.</summary>
        public PayloadEncryption Encryption;

        /// <summary>Ids of the keys that sign, 8 bytes each, ascending.</summary>
        public byte[][] Signers;

        /// <summary>Full name of the type that starts the application; at most 128 bytes.</summary>
        public string EntryType;

        /// <summary>The images' sizes together: what the device must hold in memory to run them.</summary>
        public int ImageBytes
        {
            get
            {
                var bytes = 0;
                for (var i = 0; i < Images.Length; i++)
                {
                    bytes += Images[i].Size;
                }

                return bytes;
            }
        }
    }
}
