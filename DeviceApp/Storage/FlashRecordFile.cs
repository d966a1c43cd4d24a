namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>A record on the internal flash.</summary>
    public sealed class FlashRecordFile : IRecordFile
    {
        /// <summary>Lies at <paramref name="path"/>.</summary>
        public FlashRecordFile(string path)
        {
            Path = path;
        }

        /// <inheritdoc/>
        public string Path { get; }

        /// <inheritdoc/>
        public byte[] Read()
        {
            return FlashFile.Read(Path, RecordWriter.MaxBytes);
        }

        /// <inheritdoc/>
        public void Write(byte[] content)
        {
            FlashFile.Write(Path, content);
        }
    }
}
