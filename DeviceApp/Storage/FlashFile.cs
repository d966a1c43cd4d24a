using System.IO;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>Small files on the internal flash, read and written whole.</summary>
    public static class FlashFile
    {
        /// <summary>Reads a file.</summary>
        /// <returns>Null where there is none.</returns>
        /// <exception cref="IOException">It is longer than <paramref name="limit"/> bytes, or cannot be read to its end.</exception>
        public static byte[] Read(string path, int limit)
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using (var file = new FileStream(path, FileMode.Open, FileAccess.Read))
            {
                if (file.Length > limit)
                {
                    throw new IOException("more than " + limit.ToString() + " bytes");
                }

                var bytes = new byte[(int)file.Length];
                for (var length = 0; length < bytes.Length;)
                {
                    var read = file.Read(bytes, length, bytes.Length - length);
                    if (read <= 0)
                    {
                        throw new IOException("only " + length.ToString() + " of " + bytes.Length.ToString() + " bytes can be read");
                    }

                    length += read;
                }

                return bytes;
            }
        }

        /// <summary>Replaces a file. Only its closing makes the new content durable; until then the old one stays.</summary>
        /// <exception cref="IOException">The flash is full or broken.</exception>
        public static void Write(string path, byte[] content)
        {
            using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
            {
                file.Write(content, 0, content.Length);
            }
        }
    }
}
