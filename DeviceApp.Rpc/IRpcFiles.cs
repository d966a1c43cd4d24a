using System;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>The flash's files, by paths as <see cref="FilePath.Normalise"/> gives them. Knows of no reserved ones.</summary>
    public interface IRpcFiles
    {
        /// <summary>Files that the settings name, which are reserved.</summary>
        string[] Named { get; }

        /// <summary>Names of the files that lie directly in a directory; none where there is no such directory.</summary>
        string[] List(string directory);

        /// <summary>A file's size in bytes; -1 where there is none.</summary>
        int Length(string path);

        /// <summary>Reads from an existing file.</summary>
        /// <returns>How many bytes were read: less than <paramref name="count"/> only at the file's end.</returns>
        /// <exception cref="Exception">It cannot be read.</exception>
        int Read(string path, int offset, byte[] buffer, int count);

        /// <summary>Writes to a file, made where it is missing, durable and checked when this returns.</summary>
        /// <param name="path">The file.</param>
        /// <param name="offset">From where on, at most its size.</param>
        /// <param name="truncate">Whether the file ends behind what is written.</param>
        /// <param name="bytes">What to write.</param>
        /// <param name="count">How much of it.</param>
        /// <returns>False where the flash is full.</returns>
        /// <exception cref="Exception">It cannot be written.</exception>
        bool Write(string path, int offset, bool truncate, byte[] bytes, int count);

        /// <summary>Removes an existing file.</summary>
        /// <exception cref="Exception">It is still there.</exception>
        void Remove(string path);

        /// <summary>Gives an existing file another name; one that has it is replaced in one step.</summary>
        /// <returns>False where the flash is full.</returns>
        /// <exception cref="Exception">It still has its old name.</exception>
        bool Rename(string from, string to);
    }
}
