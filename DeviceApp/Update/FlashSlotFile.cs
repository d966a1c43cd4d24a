using System;
using System.IO;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>A slot on the internal flash. Only closing a file makes its content durable.</summary>
    public sealed class FlashSlotFile : ISlotFile
    {
        private FileStream _reader;
        private FileStream _writer;
        private int _expected;

        /// <summary>Lies at <paramref name="path"/>.</summary>
        public FlashSlotFile(string path)
        {
            Path = path;
        }

        /// <inheritdoc/>
        public string Path { get; }

        /// <inheritdoc/>
        public int Length
        {
            get
            {
                if (!File.Exists(Path))
                {
                    return 0;
                }

                Open();
                return (int)_reader.Length;
            }
        }

        /// <inheritdoc/>
        public void Read(int position, byte[] buffer, int count)
        {
            Open();
            if (_reader.Position != position)
            {
                _reader.Seek(position, SeekOrigin.Begin);
            }

            for (var done = 0; done < count;)
            {
                var read = _reader.Read(buffer, done, count - done);
                if (read <= 0)
                {
                    throw new IOException(Path + " ends at " + (position + done).ToString());
                }

                done += read;
            }
        }

        /// <inheritdoc/>
        public void Clear()
        {
            Close();
            FlashFile.Write(Path, new byte[0]);
        }

        /// <inheritdoc/>
        public void Append(byte[] buffer, int count)
        {
            if (_writer == null)
            {
                Close();
                _writer = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite);
                _writer.Seek(0, SeekOrigin.End);
                _expected = (int)_writer.Length;
            }

            _writer.Write(buffer, 0, count);
            _expected += count;
        }

        /// <inheritdoc/>
        public void Commit()
        {
            if (_writer == null)
            {
                return;
            }

            var writer = _writer;
            _writer = null;
            writer.Dispose();
            var length = Length;
            if (length != _expected)
            {
                throw new IOException("only " + length.ToString() + " of " + _expected.ToString() + " bytes are in " + Path);
            }
        }

        /// <inheritdoc/>
        public void Close()
        {
            Close(_reader);
            _reader = null;
            Close(_writer);
            _writer = null;
        }

        private static void Close(FileStream stream)
        {
            try
            {
                stream?.Dispose();
            }
            catch (IOException)
            {
                // What it did not take is found missing when the file is read; this only ends its use.
            }
        }

        private void Open()
        {
            if (_writer != null)
            {
                Commit();
            }

            _reader = _reader ?? new FileStream(Path, FileMode.Open, FileAccess.Read);
        }
    }
}
