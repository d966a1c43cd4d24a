namespace System.IO
{
    /// <summary>A stream over a byte array in RAM, of 65,535 bytes at most.</summary>
    public class MemoryStream : Stream
    {
        private const int MaximumLength = 0xFFFF;
        private const int InitialCapacity = 256;

        private readonly bool _expandable;
        private readonly bool _writable;
        private byte[] _buffer;
        private int _length;
        private int _position;
        private bool _open = true;

        /// <summary>An empty stream that grows as it is written.</summary>
        public MemoryStream()
        {
            _buffer = new byte[InitialCapacity];
            _expandable = true;
            _writable = true;
        }

        /// <summary>A writable stream over an array. It cannot grow.</summary>
        /// <exception cref="ArgumentNullException">No array.</exception>
        public MemoryStream(byte[] buffer)
            : this(buffer, true)
        {
        }

        /// <summary>A stream over an array. It cannot grow.</summary>
        /// <exception cref="ArgumentNullException">No array.</exception>
        public MemoryStream(byte[] buffer, bool isWritable)
        {
            _buffer = buffer ?? throw new ArgumentNullException();
            _length = buffer.Length;
            _writable = isWritable;
        }

        /// <inheritdoc/>
        public override bool CanRead => _open;

        /// <inheritdoc/>
        public override bool CanSeek => _open;

        /// <inheritdoc/>
        public override bool CanWrite => _writable;

        /// <inheritdoc/>
        public override long Length
        {
            get
            {
                EnsureOpen();
                return _length;
            }
        }

        /// <inheritdoc/>
        /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 65,535.</exception>
        public override long Position
        {
            get
            {
                EnsureOpen();
                return _position;
            }

            set
            {
                EnsureOpen();
                if (value < 0 || value > MaximumLength)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _position = (int)value;
            }
        }

        /// <inheritdoc/>
        public override void Flush()
        {
        }

        /// <summary>The array underneath, with the unused bytes after <see cref="Length"/>.</summary>
        public virtual byte[] GetBuffer() => _buffer;

        /// <inheritdoc/>
        public override int Read(SpanByte buffer)
        {
            EnsureOpen();
            int count = Remaining(buffer.Length);
            for (int i = 0; i < count; i++)
            {
                buffer[i] = _buffer[_position + i];
            }

            _position += count;
            return count;
        }

        /// <inheritdoc/>
        public override int Read(byte[] buffer, int offset, int count)
        {
            EnsureOpen();
            CheckRange(buffer, offset, count);
            int taken = Remaining(count);
            Array.Copy(_buffer, _position, buffer, offset, taken);
            _position += taken;
            return taken;
        }

        /// <inheritdoc/>
        public override int ReadByte()
        {
            EnsureOpen();
            return _position >= _length ? -1 : _buffer[_position++];
        }

        /// <inheritdoc/>
        /// <exception cref="ArgumentOutOfRangeException">The offset is above 65,535.</exception>
        /// <exception cref="IOException">Before the beginning.</exception>
        public override long Seek(long offset, SeekOrigin origin)
        {
            EnsureOpen();
            if (offset > MaximumLength)
            {
                throw new ArgumentOutOfRangeException();
            }

            int start = origin switch
            {
                SeekOrigin.Begin => 0,
                SeekOrigin.Current => _position,
                SeekOrigin.End => _length,
                _ => throw new ArgumentException(),
            };
            if (start + offset < 0)
            {
                throw new IOException();
            }

            _position = start + (int)offset;
            return _position;
        }

        /// <inheritdoc/>
        /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 65,535.</exception>
        public override void SetLength(long value)
        {
            EnsureOpen();
            EnsureWritable();
            if (value < 0 || value > MaximumLength)
            {
                throw new ArgumentOutOfRangeException();
            }

            int length = (int)value;
            EnsureCapacity(length);
            if (length > _length)
            {
                Array.Clear(_buffer, _length, length - _length);
            }

            _length = length;
            if (_position > length)
            {
                _position = length;
            }
        }

        /// <summary>A copy of the bytes.</summary>
        public virtual byte[] ToArray()
        {
            byte[] copy = new byte[_length];
            Array.Copy(_buffer, 0, copy, 0, _length);
            return copy;
        }

        /// <inheritdoc/>
        /// <exception cref="NotSupportedException">Read only, or a given array is full.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The stream would grow above 65,535 bytes.</exception>
        public override void Write(byte[] buffer, int offset, int count)
        {
            EnsureOpen();
            EnsureWritable();
            CheckRange(buffer, offset, count);
            int end = _position + count;
            EnsureCapacity(end);
            if (end > _length)
            {
                _length = end;
            }

            Array.Copy(buffer, offset, _buffer, _position, count);
            _position = end;
        }

        /// <inheritdoc/>
        public override void WriteByte(byte value)
        {
            EnsureOpen();
            EnsureWritable();
            EnsureCapacity(_position + 1);
            _buffer[_position++] = value;
            if (_position > _length)
            {
                _length = _position;
            }
        }

        /// <summary>Writes all bytes to another stream.</summary>
        /// <exception cref="ArgumentNullException">No stream.</exception>
        public virtual void WriteTo(Stream stream)
        {
            EnsureOpen();
            if (stream == null)
            {
                throw new ArgumentNullException();
            }

            stream.Write(_buffer, 0, _length);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _open = false;
            }
        }

        private static void CheckRange(byte[] buffer, int offset, int count)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (offset < 0 || count < 0)
            {
                throw new ArgumentOutOfRangeException();
            }

            if (buffer.Length - offset < count)
            {
                throw new ArgumentException();
            }
        }

        private int Remaining(int wanted)
        {
            int left = _length - _position;
            return left <= 0 ? 0 : left < wanted ? left : wanted;
        }

        private void EnsureOpen()
        {
            if (!_open)
            {
                throw new ObjectDisposedException();
            }
        }

        private void EnsureWritable()
        {
            if (!CanWrite)
            {
                throw new NotSupportedException();
            }
        }

        private void EnsureCapacity(int wanted)
        {
            if (wanted <= _buffer.Length)
            {
                return;
            }

            if (wanted > MaximumLength)
            {
                throw new ArgumentOutOfRangeException();
            }

            if (!_expandable)
            {
                throw new NotSupportedException();
            }

            int capacity = _buffer.Length * 2;
            capacity = capacity < wanted ? wanted : capacity > MaximumLength ? MaximumLength : capacity;
            byte[] grown = new byte[capacity];
            Array.Copy(_buffer, 0, grown, 0, _length);
            _buffer = grown;
        }
    }
}
