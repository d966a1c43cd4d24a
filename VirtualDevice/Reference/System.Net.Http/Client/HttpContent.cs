using System.IO;
using System.Net.Http.Headers;
using System.Text;

namespace System.Net.Http
{
    /// <summary>The body of a request or response, with the header fields about it.</summary>
    public abstract class HttpContent : IDisposable
    {
        private HttpContentHeaders _headers;
        private MemoryStream _buffer;
        private bool _disposed;

        /// <summary>Header fields about the body.</summary>
        public HttpContentHeaders Headers => _headers ??= new HttpContentHeaders(this);

        /// <summary>Copies the body. One that was not loaded into memory can be copied once.</summary>
        public void CopyTo(Stream stream)
        {
            if (stream == null)
            {
                throw new ArgumentNullException();
            }

            if (_buffer != null)
            {
                _buffer.WriteTo(stream);
                return;
            }

            SerializeToStream(stream);
        }

        /// <summary>Reads the whole body into memory.</summary>
        public void LoadIntoBuffer()
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }

            if (_buffer == null)
            {
                MemoryStream buffer = new MemoryStream();
                SerializeToStream(buffer);
                _buffer = buffer;
            }
        }

        /// <summary>The body as a stream; that of a response is in memory by then.</summary>
        public Stream ReadAsStream()
        {
            return CreateContentReadStream();
        }

        /// <summary>The body.</summary>
        public byte[] ReadAsByteArray()
        {
            LoadIntoBuffer();
            return _buffer.ToArray();
        }

        /// <summary>The body as text in UTF-8, whatever its header says.</summary>
        public string ReadAsString()
        {
            byte[] bytes = ReadAsByteArray();
            return bytes.Length == 0 ? string.Empty : Encoding.UTF8.GetString(bytes, 0, bytes.Length);
        }

        /// <summary>Gives up the body.</summary>
        public void Dispose()
        {
            Dispose(true);
        }

        /// <summary>Bytes of the body, where they can be told beforehand.</summary>
        protected internal abstract bool TryComputeLength(out long length);

        /// <summary>Gives up the body.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (disposing && !_disposed)
            {
                _disposed = true;
                _buffer?.Dispose();
            }
        }

        /// <summary>Writes the body.</summary>
        protected abstract void SerializeToStream(Stream stream);

        /// <summary>Makes the stream of ReadAsStream.</summary>
        protected virtual Stream CreateContentReadStream()
        {
            LoadIntoBuffer();
            _buffer.Seek(0, SeekOrigin.Begin);
            return new ReadOnlyStream(_buffer);
        }
    }
}
