using System.IO;
using System.Threading;

namespace System.Net.Http
{
    /// <summary>A body that is read from a stream.</summary>
    public class StreamContent : HttpContent
    {
        private const int DefaultBufferSize = 4096;
        private const int PollPeriod = 10;

        private readonly Stream _content;
        private readonly int _bufferSize;
        private readonly long _startPosition;
        private bool _consumed;

        /// <summary>Makes a body.</summary>
        public StreamContent(Stream content)
            : this(content, DefaultBufferSize)
        {
        }

        /// <summary>Makes a body that is copied in pieces of bufferSize bytes.</summary>
        public StreamContent(Stream content, int bufferSize)
        {
            _content = content ?? throw new ArgumentNullException();
            _bufferSize = bufferSize > 0 ? bufferSize : throw new ArgumentOutOfRangeException();
            _startPosition = content.CanSeek ? content.Position : 0;
        }

        /// <inheritdoc/>
        protected override void SerializeToStream(Stream stream)
        {
            Prepare();
            if (_content is HttpBodyStream body)
            {
                CopyResponse(body, stream);
            }
            else
            {
                _content.CopyTo(stream);
            }
        }

        /// <inheritdoc/>
        protected override Stream CreateContentReadStream()
        {
            if (_content is HttpBodyStream)
            {
                return base.CreateContentReadStream();
            }

            Prepare();
            return new ReadOnlyStream(_content);
        }

        /// <inheritdoc/>
        protected internal override bool TryComputeLength(out long length)
        {
            length = _content.CanSeek ? _content.Length - _startPosition : 0;
            return _content.CanSeek;
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _content.Dispose();
            }

            base.Dispose(disposing);
        }

        /// <summary>
        /// As in the real library this never ends where the server closes before the announced length is reached: only a watchdog of
        /// the firmware's own helps. It must do so here too, or the fault would first show on a board.
        /// </summary>
        private void CopyResponse(HttpBodyStream body, Stream target)
        {
            byte[] buffer = new byte[_bufferSize];
            long announced = Headers.ContentLength;
            long copied = 0;
            while (!body.IsComplete && (announced < 0 || copied < announced))
            {
                int read = body.Read(buffer, 0, buffer.Length);
                if (read > 0)
                {
                    target.Write(buffer, 0, read);
                    copied += read;
                }
                else if (!body.IsComplete)
                {
                    Thread.Sleep(PollPeriod);
                }
            }
        }

        private void Prepare()
        {
            if (_consumed)
            {
                if (!_content.CanSeek)
                {
                    throw new InvalidOperationException();
                }

                _content.Seek(_startPosition, SeekOrigin.Begin);
            }

            _consumed = true;
        }
    }
}
