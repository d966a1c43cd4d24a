using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>
    /// Learns from the headers where the body ends (RFC 9112 section 6.3). Stricter than it has to be: what could make two
    /// readers see two different ends is refused.
    /// </summary>
    public sealed class HttpFraming
    {
        private bool _hasEncoding;
        private bool _close;
        private bool _keepAlive;

        /// <summary>Whether the body comes in chunks.</summary>
        public bool Chunked { get; private set; }

        /// <summary>Content-Length in bytes; -1 where there is none.</summary>
        public long Length { get; private set; } = -1;

        /// <summary>Takes one header.</summary>
        public HttpError Accept(string name, string value)
        {
            if (HttpText.Same(name, "Content-Length"))
            {
                var length = HttpText.ParseLength(value);
                if (length < 0 || (Length >= 0 && Length != length))
                {
                    return HttpError.BadLength;
                }

                Length = length;
            }
            else if (HttpText.Same(name, "Transfer-Encoding"))
            {
                if (_hasEncoding || !HttpText.Same(value, "chunked"))
                {
                    return HttpError.UnknownEncoding;
                }

                _hasEncoding = true;
                Chunked = true;
            }
            else if (HttpText.Same(name, "Connection"))
            {
                _close |= HttpText.ListHas(value, "close");
                _keepAlive |= HttpText.ListHas(value, "keep-alive");
            }

            return HttpError.None;
        }

        /// <summary>Checks the headers against each other, once all are known.</summary>
        public HttpError Check()
        {
            return Chunked && Length >= 0 ? HttpError.BadLength : HttpError.None;
        }

        /// <summary>Whether the connection may be used again after this response.</summary>
        public bool KeepsAlive(int minor)
        {
            return !_close && (minor > 0 || _keepAlive);
        }
    }
}
