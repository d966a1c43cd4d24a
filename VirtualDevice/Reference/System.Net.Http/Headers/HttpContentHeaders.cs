using System.Net.Http.Http.Headers;

namespace System.Net.Http.Headers
{
    /// <summary>Header fields about a body.</summary>
    public sealed class HttpContentHeaders : HttpHeaders
    {
        private readonly HttpContent _content;

        internal HttpContentHeaders(HttpContent content)
        {
            _content = content;
        }

        /// <summary>Bytes of the body, -1 where they are not known.</summary>
        /// <exception cref="PlatformNotSupportedException">Always, when set.</exception>
        public long ContentLength
        {
            get
            {
                string value = Store[HttpKnownHeaderNames.ContentLength];
                if (value != null)
                {
                    return long.Parse(value);
                }

                return _content.TryComputeLength(out long length) ? length : -1;
            }

            set
            {
                throw new PlatformNotSupportedException();
            }
        }

        /// <summary>Media type of the body.</summary>
        /// <exception cref="ArgumentNullException">The header has none.</exception>
        /// <exception cref="FormatException">It has another parameter than charset.</exception>
        public MediaTypeHeaderValue ContentType
        {
            get { return MediaTypeHeaderValue.Parse(Store[HttpKnownHeaderNames.ContentType]); }
            set { Store.Add(HttpKnownHeaderNames.ContentType, value.ToString()); }
        }
    }
}
