namespace SecureEsp.DeviceApp.Update
{
    /// <summary>How the update agent works; the values of nanoFramework's in-field update where it has them.</summary>
    public static class UpdateAgentOptions
    {
        /// <summary>Bytes that are checked and stored at a time.</summary>
        public const int ChunkSize = PayloadLayout.ChunkBytes;

        /// <summary>How often in a row a read is repeated before the download is put off.</summary>
        public const int MaxRetries = 3;

        /// <summary>After how many chunks the slot is closed, which makes them durable.</summary>
        public const int ChunksPerCommit = 8;

        /// <summary>How often in one run the update URL is asked for a new address because the one it gave has expired.</summary>
        public const int MaxAddresses = 3;

        /// <summary>Longest time for one read, in milliseconds.</summary>
        public const int ReadLimitMs = 30000;

        /// <summary>Longest time for a download in seconds, beside one second for each <see cref="SlowestBytes"/> bytes.</summary>
        public const int BaseLimitSeconds = 300;

        /// <summary>Slowest download on average, in bytes a second.</summary>
        public const int SlowestBytes = 512;
    }
}
