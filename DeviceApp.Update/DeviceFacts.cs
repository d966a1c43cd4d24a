namespace SecureEsp.DeviceApp.Update
{
    /// <summary>All that a decision depends on beside the bundle.</summary>
    public sealed class DeviceFacts
    {
        /// <summary>What this device is; a bundle must be for it.</summary>
        public string Product = "";

        /// <summary>The nanoFramework target that it runs, such as ESP32_S3.</summary>
        public string Target = "";

        /// <summary>The keys in force; null where the device was given none.</summary>
        public KeySet Keys;

        /// <summary>Version of the application that runs.</summary>
        public SemanticVersion Running = new SemanticVersion(0, 0, 0);

        /// <summary>SHA-256 of the manifest of what runs; null where it came with the firmware.</summary>
        public byte[] RunningDigest;

        /// <summary>No lower version may run: the floor of the highest that was confirmed.</summary>
        public SemanticVersion Floor = new SemanticVersion(0, 0, 0);

        /// <summary>Sequence number of what runs; 0 where it came with the firmware.</summary>
        public uint Sequence;

        /// <summary>SHA-256 of the manifests of bundles that failed; an entry may be null.</summary>
        public byte[][] NeverAgain = new byte[0][];

        /// <summary>Whether the clock may be believed.</summary>
        public bool ClockIsSet;

        /// <summary>The present, in seconds since 1970-01-01 UTC. Meaningful where the clock is set.</summary>
        public long Now;

        /// <summary>The keys for encrypted payloads; null where the device has none.</summary>
        public IPayloadKeys PayloadKeys;

        /// <summary>The assemblies in the firmware.</summary>
        public AssemblyReference[] Host = new AssemblyReference[0];

        /// <summary>Largest bundle, in bytes: what a slot takes.</summary>
        public int SlotBytes;

        /// <summary>Largest sum of images, in bytes: they stay in memory as long as they run.</summary>
        public int MemoryBytes;
    }
}
