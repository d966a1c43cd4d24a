namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Files to serve.</summary>
    public interface IWebFiles
    {
        /// <summary>Opens a file.</summary>
        /// <param name="path">Starts with a slash; of safe names only (see <see cref="SafeName"/>), and not ending in a slash.</param>
        /// <returns>Null where there is none; else whoever opens it closes it.</returns>
        IWebFile Open(string path);
    }

    /// <summary>One open file.</summary>
    public interface IWebFile
    {
        /// <summary>Its length in bytes.</summary>
        long Length { get; }

        /// <summary>Goes to a byte of it.</summary>
        void Seek(long position);

        /// <summary>Reads on.</summary>
        /// <returns>Bytes read; 0 at the end.</returns>
        int Read(byte[] buffer, int offset, int count);

        /// <summary>Closes it.</summary>
        void Close();
    }
}
