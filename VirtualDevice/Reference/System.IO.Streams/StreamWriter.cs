using System.Text;

namespace System.IO
{
    /// <summary>Writes UTF-8 text to a stream through a buffer of 4,095 bytes.</summary>
    public class StreamWriter : TextWriter
    {
        private const int BufferSize = 0xFFF;

        private readonly bool _leaveOpen;
        private byte[] _newLine = Encoding.UTF8.GetBytes("\r\n");
        private byte[] _buffer = new byte[BufferSize];
        private int _count;

        /// <summary>A writer to <paramref name="stream"/>, which it closes unless told to leave it open.</summary>
        /// <exception cref="ArgumentNullException">No stream.</exception>
        /// <exception cref="ArgumentException">The stream cannot be written.</exception>
        public StreamWriter(Stream stream, bool leaveOpen = false)
        {
            if (stream == null)
            {
                throw new ArgumentNullException();
            }

            if (!stream.CanWrite)
            {
                throw new ArgumentException();
            }

            BaseStream = stream;
            _leaveOpen = leaveOpen;
        }

        /// <summary>The stream underneath; null once closed.</summary>
        public virtual Stream BaseStream { get; private set; }

        /// <inheritdoc/>
        public override Encoding Encoding => Encoding.UTF8;

        /// <inheritdoc/>
        public override string NewLine
        {
            get => base.NewLine;
            set
            {
                base.NewLine = value;
                _newLine = Encoding.GetBytes(value);
            }
        }

        /// <inheritdoc/>
        public override void Close()
        {
            Dispose();
        }

        /// <inheritdoc/>
        /// <exception cref="IOException">The stream did not take it.</exception>
        public override void Flush()
        {
            EnsureOpen();
            if (_count == 0)
            {
                return;
            }

            try
            {
                BaseStream.Write(_buffer, 0, _count);
            }
            catch (Exception e)
            {
                throw new IOException("the stream took no more of the text", e);
            }

            _count = 0;
        }

        /// <inheritdoc/>
        public override void Write(char value)
        {
            WriteBytes(Encoding.GetBytes(value.ToString()));
        }

        /// <inheritdoc/>
        public override void Write(string value)
        {
            WriteBytes(Encoding.GetBytes(value));
        }

        /// <inheritdoc/>
        public override void WriteLine()
        {
            WriteBytes(_newLine);
        }

        /// <inheritdoc/>
        public override void WriteLine(string value)
        {
            Write(value);
            WriteLine();
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (BaseStream == null)
            {
                return;
            }

            if (disposing)
            {
                // The library loses failures of both steps (System.IO.Streams/StreamWriter.cs): firmware that
                // must know whether its text arrived calls Flush, and Close on the stream, itself.
                try
                {
                    if (BaseStream.CanWrite)
                    {
                        Flush();
                    }
                }
                catch (Exception)
                {
                }

                try
                {
                    if (!_leaveOpen)
                    {
                        BaseStream.Close();
                    }
                }
                catch (Exception)
                {
                }
            }

            BaseStream = null;
            _buffer = null;
            _count = 0;
        }

        private void EnsureOpen()
        {
            if (_buffer == null)
            {
                throw new ObjectDisposedException();
            }
        }

        private void WriteBytes(byte[] bytes)
        {
            EnsureOpen();
            if (_count + bytes.Length < BufferSize)
            {
                Array.Copy(bytes, 0, _buffer, _count, bytes.Length);
                _count += bytes.Length;
                return;
            }

            try
            {
                BaseStream.Write(_buffer, 0, _count);
                _count = 0;
                BaseStream.Write(bytes, 0, bytes.Length);
            }
            catch (Exception e)
            {
                throw new IOException("the stream took no more of the text", e);
            }
        }
    }
}
