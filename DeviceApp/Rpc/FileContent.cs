using System.IO;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Copies and compares the content of open files.</summary>
    public static class FileContent
    {
        private const int PartBytes = 512;

        /// <summary>Reads a file to its end, and begins anew: before a target is opened, which could not be left as it was any more.</summary>
        /// <exception cref="IOException">It cannot be read to its end.</exception>
        public static void Check(Stream source)
        {
            var part = new byte[PartBytes];
            for (long done = 0; done < source.Length;)
            {
                done += Some(source, part);
            }

            source.Seek(0, SeekOrigin.Begin);
        }

        /// <summary>Copies a file into an empty one.</summary>
        /// <returns>
        /// False where the flash is full. No more is written then: closing keeps the target's old content, unless a later write, a shorter
        /// one, still fits.
        /// </returns>
        /// <exception cref="IOException">The source cannot be read to its end.</exception>
        public static bool Copy(Stream source, Stream target)
        {
            var part = new byte[PartBytes];
            for (long done = 0; done < source.Length;)
            {
                var read = Some(source, part);
                target.Write(part, 0, read);
                done += read;

                // A full flash loses the last bytes, and says nothing (littlefs_FS_Driver.cpp).
                if (target.Length != done)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether two files have the same content.</summary>
        public static bool AreSame(Stream one, Stream other)
        {
            var part = new byte[PartBytes];
            var otherPart = new byte[PartBytes];
            var read = PartBytes;
            while (read == PartBytes)
            {
                read = Fill(one, part, PartBytes);
                if (Fill(other, otherPart, PartBytes) != read || !AreSame(part, otherPart, read))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether these bytes come next in a file.</summary>
        public static bool IsNext(Stream file, byte[] bytes, int count)
        {
            var next = new byte[count];
            return Fill(file, next, count) == count && AreSame(next, bytes, count);
        }

        /// <summary>Reads until there is enough, or no more.</summary>
        /// <returns>How many bytes were read.</returns>
        public static int Fill(Stream file, byte[] buffer, int count)
        {
            var done = 0;
            while (done < count)
            {
                var read = file.Read(buffer, done, count - done);
                if (read <= 0)
                {
                    break;
                }

                done += read;
            }

            return done;
        }

        private static bool AreSame(byte[] one, byte[] other, int count)
        {
            for (var i = 0; i < count; i++)
            {
                if (one[i] != other[i])
                {
                    return false;
                }
            }

            return true;
        }

        private static int Some(Stream source, byte[] part)
        {
            var read = source.Read(part, 0, part.Length);
            return read > 0 ? read : throw new IOException("the file ends before its end");
        }
    }
}
