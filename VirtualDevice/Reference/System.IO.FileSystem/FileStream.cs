namespace System.IO
{
    /// <summary>An open file.</summary>
    /// <remarks>What was written is durable only once the stream is closed: until then a power cut leaves the old content.</remarks>
    public partial class FileStream : Stream
    {
        private OpenFiles.OpenFile _file;
        private NativeFileStream _native;
        private bool _canRead;
        private bool _canWrite;
        private bool _canSeek;
        private long _firstPosition;

        /// <inheritdoc/>
        public override bool CanRead => _canRead;

        /// <inheritdoc/>
        public override bool CanSeek => _canSeek;

        /// <inheritdoc/>
        public override bool CanWrite => _canWrite;

        /// <summary>The full path.</summary>
        public string Name { get; }

        /// <inheritdoc/>
        public override long Length => Seekable().GetLength();

        /// <inheritdoc/>
        /// <exception cref="IOException">Before the end that a stream for appending started at.</exception>
        public override long Position
        {
            get => Seekable().Seek(0, (uint)SeekOrigin.Current);
            set
            {
                NativeFileStream native = Seekable();
                if (value < _firstPosition)
                {
                    throw new IOException();
                }

                native.Seek(value, (uint)SeekOrigin.Begin);
            }
        }

        /// <summary>Commits what was written.</summary>
        /// <exception cref="IOException">It does not fit on the drive; the old content stays.</exception>
        public override void Close()
        {
            Dispose(true);
        }

        /// <summary>Hands buffered bytes to the file system. They are not durable before <see cref="Close"/>.</summary>
        public override void Flush()
        {
            Open().Flush();
        }

        /// <inheritdoc/>
        public override int Read(byte[] buffer, int offset, int count)
        {
            NativeFileStream native = Open();
            if (!_canRead)
            {
                throw new NotSupportedException();
            }

            lock (native)
            {
                return native.Read(buffer, offset, count, 0);
            }
        }

        /// <summary>Not there in the library.</summary>
        /// <exception cref="NotImplementedException">Always.</exception>
        public override int Read(SpanByte buffer)
        {
            throw new NotImplementedException();
        }

        /// <inheritdoc/>
        public override int ReadByte()
        {
            byte[] one = new byte[1];
            return Read(one, 0, 1) == 1 ? one[0] : -1;
        }

        /// <inheritdoc/>
        /// <exception cref="IOException">Before the end that a stream for appending started at.</exception>
        public override long Seek(long offset, SeekOrigin origin)
        {
            NativeFileStream native = Seekable();
            long before = native.Seek(0, (uint)SeekOrigin.Current);
            long after = native.Seek(offset, (uint)origin);
            if (after < _firstPosition)
            {
                native.Seek(before, (uint)SeekOrigin.Begin);
                throw new IOException();
            }

            return after;
        }

        /// <inheritdoc/>
        public override void SetLength(long value)
        {
            NativeFileStream native = Open();
            if (!_canWrite || !_canSeek)
            {
                throw new NotSupportedException();
            }

            native.SetLength(value);
        }

        /// <inheritdoc/>
        /// <exception cref="IOException">The drive is full.</exception>
        public override void Write(byte[] buffer, int offset, int count)
        {
            NativeFileStream native = Open();
            if (!_canWrite)
            {
                throw new NotSupportedException();
            }

            lock (native)
            {
                while (count != 0)
                {
                    int written = native.Write(buffer, offset, count, 0);
                    if (written == 0)
                    {
                        throw new IOException();
                    }

                    offset += written;
                    count -= written;
                }
            }
        }

        /// <inheritdoc/>
        public override void WriteByte(byte value)
        {
            Write(new byte[] { value }, 0, 1);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (_file == null)
            {
                return;
            }

            _canRead = false;
            _canWrite = false;
            _canSeek = false;
            try
            {
                _native?.Close();
            }
            finally
            {
                OpenFiles.Remove(_file);
                _file = null;
                _native = null;
            }
        }

        internal void DisposeAndDelete()
        {
            _native.Close();
            _native = null;
            NativeIO.Delete(Name, false);
            Dispose(true);
        }

        private NativeFileStream Open() => _native ?? throw new ObjectDisposedException();

        private NativeFileStream Seekable()
        {
            NativeFileStream native = Open();
            return _canSeek ? native : throw new NotSupportedException();
        }
    }
}
