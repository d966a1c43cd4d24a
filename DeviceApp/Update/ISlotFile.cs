using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The file of one slot: a bundle, or the beginning of one. Used by one thread.</summary>
    public interface ISlotFile
    {
        /// <summary>Its path, for messages.</summary>
        string Path { get; }

        /// <summary>Bytes that are durable; 0 where there is no such file.</summary>
        /// <exception cref="Exception">The flash is broken.</exception>
        int Length { get; }

        /// <summary>Reads exactly so many bytes.</summary>
        /// <exception cref="Exception">There are fewer, or the flash is broken.</exception>
        void Read(int position, byte[] buffer, int count);

        /// <summary>Makes it empty, durably.</summary>
        /// <exception cref="Exception">The flash is full or broken.</exception>
        void Clear();

        /// <summary>Writes behind what is there. Nothing of it is durable before <see cref="Commit"/>.</summary>
        /// <exception cref="Exception">The flash is full or broken.</exception>
        void Append(byte[] buffer, int count);

        /// <summary>Makes durable what was written.</summary>
        /// <exception cref="Exception">Not all of it is on the flash: full drives lose bytes in silence.</exception>
        void Commit();

        /// <summary>Closes it. What was appended since the last <see cref="Commit"/> may or may not be kept. Does not throw.</summary>
        void Close();
    }
}
