using System;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>One of the two files of a <see cref="RecordPair"/>.</summary>
    public interface IRecordFile
    {
        /// <summary>Its path, for messages.</summary>
        string Path { get; }

        /// <summary>Its content; null where there is no such file.</summary>
        /// <exception cref="Exception">It cannot be read, or is longer than <see cref="RecordWriter.MaxBytes"/>.</exception>
        byte[] Read();

        /// <summary>Replaces its content; durable when this returns.</summary>
        /// <exception cref="Exception">The flash is full or broken.</exception>
        void Write(byte[] content);
    }
}
