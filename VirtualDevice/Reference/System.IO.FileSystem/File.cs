using System.Text;

namespace System.IO
{
    /// <summary>Files by path.</summary>
    public static partial class File
    {
        /// <summary>Opens for writing at the BEGINNING of the file, whatever the name says: so the library has it. <see cref="AppendAllText"/> appends.</summary>
        public static StreamWriter AppendText(string path) => new StreamWriter(OpenWrite(path));

        /// <summary>Adds a text at the end of a file, which is made if it is not there.</summary>
        public static void AppendAllText(string path, string contents)
        {
            using FileStream stream = new FileStream(path, FileMode.Append, FileAccess.Write);
            using StreamWriter writer = new StreamWriter(stream);
            writer.Write(contents);
        }

        /// <summary>Makes a file, or empties the one that is there.</summary>
        public static FileStream Create(string path) => Create(path, 0);

        /// <summary>Makes a file, or empties the one that is there.</summary>
        public static FileStream Create(string path, int bufferSize)
        {
            return new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize);
        }

        /// <summary>Opens a file for this caller only.</summary>
        public static FileStream Open(string path, FileMode mode)
        {
            return Open(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite);
        }

        /// <summary>Opens a file for this caller only.</summary>
        public static FileStream Open(string path, FileMode mode, FileAccess access) => Open(path, mode, access, FileShare.None);

        /// <summary>Opens a file.</summary>
        public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
        {
            return new FileStream(path, mode, access, share);
        }

        /// <summary>Opens a file for reading.</summary>
        public static FileStream OpenRead(string path) => new FileStream(path, FileMode.Open, FileAccess.Read);

        /// <summary>Opens a file for reading text.</summary>
        public static StreamReader OpenText(string path) => new StreamReader(OpenRead(path));

        /// <summary>Opens a file for writing at its beginning; what is not overwritten stays.</summary>
        public static FileStream OpenWrite(string path) => new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);

        /// <summary>All bytes of a file.</summary>
        public static byte[] ReadAllBytes(string path)
        {
            using FileStream stream = OpenRead(path);
            byte[] bytes = new byte[(int)stream.Length];
            for (int index = 0; index < bytes.Length;)
            {
                int count = stream.Read(bytes, index, bytes.Length - index);
                if (count <= 0)
                {
                    throw new IOException();
                }

                index += count;
            }

            return bytes;
        }

        /// <summary>All text of a file. Where it is not all ASCII, NUL characters follow: see <see cref="StreamReader"/>.</summary>
        public static string ReadAllText(string path)
        {
            using StreamReader reader = OpenText(path);
            return reader.ReadToEnd();
        }

        /// <summary>Makes a file of these bytes, or replaces what is in it.</summary>
        /// <exception cref="ArgumentNullException">No bytes.</exception>
        public static void WriteAllBytes(string path, byte[] bytes)
        {
            if (bytes == null)
            {
                throw new ArgumentNullException();
            }

            using FileStream stream = new FileStream(path, FileMode.Create, FileAccess.Write);
            stream.Write(bytes, 0, bytes.Length);
        }

        /// <summary>Makes a file of this text, or replaces what is in it.</summary>
        public static void WriteAllText(string path, string contents)
        {
            WriteAllBytes(path, string.IsNullOrEmpty(contents) ? new byte[0] : Encoding.UTF8.GetBytes(contents));
        }
    }
}
