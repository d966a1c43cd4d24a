using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>
    /// A small HTTP/1.1 client. The one of the package cannot present a client certificate. Keeps its connection for the
    /// next request where the server does; used by one thread.
    /// </summary>
    public sealed class HttpsClient
    {
        /// <summary>Longest pause between two parts of a response, in milliseconds.</summary>
        public const int ReceiveLimitMs = 10000;

        /// <summary>Longest time for a whole response, in milliseconds, counted from the sent request.</summary>
        public const int ResponseLimitMs = 30000;

        private const int BufferBytes = 1024;

        private readonly IConnector _connector;
        private readonly IClock _clock;
        private readonly string _host;
        private readonly int _port;
        private readonly string _userAgent;
        private readonly HttpLimits _limits = new HttpLimits();
        private readonly byte[] _buffer = new byte[BufferBytes];
        private IConnection _connection;

        /// <summary>Talks to one server.</summary>
        public HttpsClient(IConnector connector, IClock clock, string host, int port, string userAgent)
        {
            _connector = connector;
            _clock = clock;
            _host = host;
            _port = port;
            _userAgent = userAgent;
        }

        /// <summary>What responses may hold.</summary>
        public HttpLimits Limits
        {
            get { return _limits; }
        }

        /// <summary>Requests <paramref name="path"/> and passes the response to <paramref name="sink"/>. Does not throw.</summary>
        public HttpResult Get(string path, IHttpResponseSink sink)
        {
            var kept = _connection != null;
            bool answered;
            var result = Attempt(path, sink, out answered);

            // A server may close a kept connection at any moment; the request has then not been answered, and a GET may be sent again.
            if (kept && !answered && result.Failure != null)
            {
                result = Attempt(path, sink, out answered);
            }

            return result;
        }

        /// <summary>Closes the kept connection, if there is one.</summary>
        public void Close()
        {
            if (_connection != null)
            {
                _connection.Close();
                _connection = null;
            }
        }

        private HttpResult Attempt(string path, IHttpResponseSink sink, out bool answered)
        {
            answered = false;
            var parser = new HttpResponseParser(sink, _limits);
            try
            {
                if (_connection == null)
                {
                    _connection = _connector.Open(_host, _port);
                }

                var request = HttpRequest.Get(_host, _port, path, _userAgent);
                _connection.Write(request, 0, request.Length);
                var result = Receive(parser, out answered);
                if (!parser.KeepAlive || result.Failure != null)
                {
                    Close();
                }

                return result;
            }
            catch (LinkException e)
            {
                Close();
                return HttpResult.Failed(e.Failure);
            }
        }

        private HttpResult Receive(HttpResponseParser parser, out bool answered)
        {
            answered = false;
            var deadline = new Deadline(_clock, ResponseLimitMs);
            while (!parser.Done && parser.Error == HttpError.None)
            {
                var left = deadline.Left;
                if (left == 0)
                {
                    answered = true;
                    return HttpResult.Failed(new Failure("time limit", "the response was not complete within 30 s", ""));
                }

                var read = _connection.Read(_buffer, 0, _buffer.Length, left < ReceiveLimitMs ? left : ReceiveLimitMs);
                if (read == 0)
                {
                    parser.End();
                    continue;
                }

                answered = true;
                if (parser.Feed(_buffer, 0, read) < read && parser.Error == HttpError.None)
                {
                    return HttpResult.Malformed(HttpError.Excess);
                }
            }

            return parser.Done ? HttpResult.Complete(parser.Status, parser.BodyBytes) : HttpResult.Malformed(parser.Error);
        }
    }
}
