using System.IO;

namespace System.Net
{
    /// <summary>
    /// The body of a request or response. Disposing it closes the connection: so a request stream must stay open until the response is
    /// there. What is written is not put into chunks, even where the head says so.
    /// </summary>
    internal sealed class HttpBodyStream : Stream
    {
        private readonly HttpConnection _connection;
        private readonly ChunkedReader _chunks;
        private long _left;

        /// <summary>length: bytes of the body, -1 = up to the end of the connection.</summary>
        internal HttpBodyStream(HttpConnection connection, bool chunked, long length)
        {
            _connection = connection;
            _chunks = chunked ? new ChunkedReader(connection) : null;
            _left = length;
        }

        /// <summary>True once the end is certain; never true for a body that breaks off before its announced length.</summary>
        internal bool IsComplete { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanTimeout => true;

        public override bool CanWrite => true;

        public override long Length => _connection.Stream.Length;

        public override long Position
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        public override int ReadTimeout
        {
            get { return _connection.Stream.ReadTimeout; }
            set { _connection.Stream.ReadTimeout = value; }
        }

        public override int WriteTimeout
        {
            get { return _connection.Stream.WriteTimeout; }
            set { _connection.Stream.WriteTimeout = value; }
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read;
            if (_chunks != null)
            {
                read = _chunks.Read(buffer, offset, count);
                IsComplete = _chunks.IsComplete;
                return read;
            }

            if (_left == 0)
            {
                IsComplete = true;
                return 0;
            }

            read = _connection.Read(buffer, offset, _left > 0 && _left < count ? (int)_left : count);
            if (_left > 0)
            {
                _left -= read;
            }
            else if (read == 0)
            {
                IsComplete = true;
            }

            return read;
        }

        public override int Read(SpanByte buffer)
        {
            throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            _connection.Write(buffer, offset, count);
        }

        public override void Flush()
        {
            _connection.Stream.Flush();
        }

        public override long Seek(long offset, SeekOrigin origin)
        {
            throw new NotSupportedException();
        }

        public override void SetLength(long value)
        {
            throw new NotSupportedException();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _connection.Close();
            }

            base.Dispose(disposing);
        }
    }
}
