using System.IO;

namespace System.Net
{
    /// <summary>A response of an HTTP server, whatever its status: 4xx and 5xx throw nothing, redirects are not followed.</summary>
    public class HttpWebResponse : WebResponse
    {
        private readonly HttpResponseHead _head;
        private readonly Uri _uri;
        private HttpConnection _connection;

        internal HttpWebResponse(string method, Uri uri, HttpResponseHead head, HttpConnection connection)
        {
            Method = method;
            _uri = uri;
            _head = head;
            _connection = connection;
        }

        /// <inheritdoc/>
        public override WebHeaderCollection Headers => _head.Headers;

        /// <inheritdoc/>
        public override long ContentLength => _head.ContentLength;

        /// <summary>Coding of the body, empty where there is none.</summary>
        public string ContentEncoding => GetResponseHeader(HttpKnownHeaderNames.ContentEncoding);

        /// <inheritdoc/>
        public override string ContentType => GetResponseHeader(HttpKnownHeaderNames.ContentType);

        /// <summary>Name of the server's software, empty where it gives none.</summary>
        public string Server => GetResponseHeader(HttpKnownHeaderNames.Server);

        /// <summary>Status code.</summary>
        public HttpStatusCode StatusCode => (HttpStatusCode)_head.StatusCode;

        /// <summary>Reason phrase, with the blank before it.</summary>
        public string StatusDescription => _head.StatusDescription;

        /// <summary>Version of the response.</summary>
        public Version ProtocolVersion => _head.Version;

        /// <inheritdoc/>
        public override Uri ResponseUri => _uri;

        /// <summary>Method of the request.</summary>
        public string Method { get; }

        /// <summary>The body; to be fetched once.</summary>
        public override Stream GetResponseStream()
        {
            return new HttpBodyStream(_connection, _head.Chunked, _head.BodyLength);
        }

        /// <summary>A header field, empty where it is missing.</summary>
        public string GetResponseHeader(string headerName)
        {
            return _head.Headers[headerName] ?? string.Empty;
        }

        /// <summary>Closes the connection, even one that could be kept.</summary>
        public override void Close()
        {
            HttpConnection connection = _connection;
            _connection = null;
            if (connection != null)
            {
                HttpConnectionPool.Drop(connection);
            }
        }
    }
}
