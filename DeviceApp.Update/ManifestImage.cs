namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What the manifest says of one image.</summary>
    public sealed class ManifestImage
    {
        /// <summary>Name of the assembly.</summary>
        public string Name;

        /// <summary>Its version.</summary>
        public PeVersion Version;

        /// <summary>Its length in bytes, before encryption.</summary>
        public int Size;

        /// <summary>1 for images that start with NFMRK1.</summary>
        public int PeFormat;

        /// <summary>The assemblies it refers to, in the order of its own table.</summary>
        public AssemblyReference[] References;

        /// <summary>SHA-256 of the image before encryption, 32 bytes. For people: the device checks chunk digests instead.</summary>
        public byte[] Sha256;
    }
}
