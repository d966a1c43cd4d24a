namespace System.IO
{
    /// <summary>A sequence of bytes to read, write or both.</summary>
    public abstract class Stream : MarshalByRefObject, IDisposable
    {
        private const int CopyBufferSize = 2048;

        /// <summary>Releases what the stream holds if nobody closed it.</summary>
        ~Stream()
        {
            Dispose(false);
        }

        /// <summary>Whether the stream is open for reading.</summary>
        public abstract bool CanRead { get; }

        /// <summary>Whether the position can be set.</summary>
        public abstract bool CanSeek { get; }

        /// <summary>Whether <see cref="ReadTimeout"/> and <see cref="WriteTimeout"/> mean anything.</summary>
        public virtual bool CanTimeout => false;

        /// <summary>Whether the stream is open for writing.</summary>
        public abstract bool CanWrite { get; }

        /// <summary>Number of bytes.</summary>
        public abstract long Length { get; }

        /// <summary>Offset of the next byte to be read or written.</summary>
        public abstract long Position { get; set; }

        /// <summary>Milliseconds that a read may block.</summary>
        /// <exception cref="InvalidOperationException">The stream knows no time-outs.</exception>
        public virtual int ReadTimeout
        {
            get => throw new InvalidOperationException();
            set => throw new InvalidOperationException();
        }

        /// <summary>Milliseconds that a write may block.</summary>
        /// <exception cref="InvalidOperationException">The stream knows no time-outs.</exception>
        public virtual int WriteTimeout
        {
            get => throw new InvalidOperationException();
            set => throw new InvalidOperationException();
        }

        /// <summary>Releases what the stream holds and reports a failure to do so.</summary>
        public virtual void Close()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Copies from the present position to the end, 2048 bytes at a time.</summary>
        /// <exception cref="ArgumentNullException">No destination.</exception>
        /// <exception cref="ObjectDisposedException">One of the streams is closed.</exception>
        /// <exception cref="NotSupportedException">This one cannot be read or the other not written.</exception>
        public void CopyTo(Stream destination)
        {
            if (destination == null)
            {
                throw new ArgumentNullException();
            }

            if ((!CanRead && !CanWrite) || (!destination.CanRead && !destination.CanWrite))
            {
                throw new ObjectDisposedException();
            }

            if (!CanRead || !destination.CanWrite)
            {
                throw new NotSupportedException();
            }

            byte[] buffer = new byte[CopyBufferSize];
            for (int count = Read(buffer, 0, buffer.Length); count != 0; count = Read(buffer, 0, buffer.Length))
            {
                destination.Write(buffer, 0, count);
            }
        }

        /// <summary>Closes the stream. A failure to close is lost here, as it is in the library; <see cref="Close"/> reports it.</summary>
        public void Dispose()
        {
            try
            {
                Close();
            }
            catch (Exception)
            {
                // System.IO.Streams/Stream.cs has the same empty handler: firmware that must know calls Close.
            }
        }

        /// <summary>Releases what the stream holds.</summary>
        /// <param name="disposing">False when called from the finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
        }

        /// <summary>Hands buffered bytes on.</summary>
        public abstract void Flush();

        /// <summary>Moves the position.</summary>
        /// <returns>The new position, in bytes from the beginning.</returns>
        public abstract long Seek(long offset, SeekOrigin origin);

        /// <summary>Cuts or extends the stream to <paramref name="value"/> bytes.</summary>
        public abstract void SetLength(long value);

        /// <summary>Reads up to the span's length.</summary>
        /// <returns>Number of bytes read; 0 at the end.</returns>
        public abstract int Read(SpanByte buffer);

        /// <summary>Reads up to <paramref name="count"/> bytes.</summary>
        /// <returns>Number of bytes read; 0 at the end.</returns>
        public abstract int Read(byte[] buffer, int offset, int count);

        /// <summary>Reads one byte.</summary>
        /// <returns>0 to 255, or -1 at the end.</returns>
        public virtual int ReadByte()
        {
            byte[] one = new byte[1];
            return Read(one, 0, 1) == 0 ? -1 : one[0];
        }

        /// <summary>Writes <paramref name="count"/> bytes.</summary>
        public abstract void Write(byte[] buffer, int offset, int count);

        /// <summary>Writes one byte.</summary>
        public virtual void WriteByte(byte value)
        {
            Write(new byte[] { value }, 0, 1);
        }
    }
}
