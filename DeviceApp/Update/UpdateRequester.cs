using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Sends requests for parts of a file, one at a time, and keeps the connection where the server does.</summary>
    public sealed class UpdateRequester
    {
        private const int LineBytes = 2560;

        private readonly IConnector _own;
        private readonly IConnector _foreign;
        private readonly IClock _clock;
        private readonly string _userAgent;
        private readonly int _mostBytes;
        private IConnection _connection;
        private HttpsUrl _server;
        private bool _isOwn;
        private HttpResponseReader _last;

        /// <summary>Sends by these connections.</summary>
        /// <param name="own">To the update server: shows the device's certificate.</param>
        /// <param name="foreign">To any other server: shows none.</param>
        /// <param name="clock">For time limits.</param>
        /// <param name="userAgent">Who asks.</param>
        /// <param name="mostBytes">Largest response that is taken.</param>
        public UpdateRequester(IConnector own, IConnector foreign, IClock clock, string userAgent, int mostBytes)
        {
            _own = own;
            _foreign = foreign;
            _clock = clock;
            _userAgent = userAgent;
            _mostBytes = mostBytes;
        }

        /// <summary>Sends a request and reads the response's head.</summary>
        /// <param name="url">What is asked for.</param>
        /// <param name="isOwn">Whether it is the update server's own.</param>
        /// <param name="first">Position of the first byte.</param>
        /// <param name="last">Position of the last byte.</param>
        /// <exception cref="LinkException">There is no response, or a malformed one.</exception>
        public HttpResponseReader Get(HttpsUrl url, bool isOwn, int first, int last)
        {
            var request = HttpRequest.GetRange(url, _userAgent, first, last);
            if (Keeps(url, isOwn))
            {
                try
                {
                    return Send(request);
                }
                catch (LinkException)
                {
                    // The server may have closed a kept connection at any moment: once more, on a new one.
                }
            }

            Close();
            _connection = (isOwn ? _own : _foreign).Open(url.Host, url.Port);
            _server = url;
            _isOwn = isOwn;
            return Send(request);
        }

        /// <summary>Closes the connection, if there is one.</summary>
        public void Close()
        {
            _last = null;
            if (_connection != null)
            {
                _connection.Close();
                _connection = null;
            }
        }

        /// <summary>Whether two URLs are of the same server.</summary>
        public static bool AreSameServer(HttpsUrl one, HttpsUrl other)
        {
            return one.Port == other.Port && HttpText.Same(one.Host, other.Host);
        }

        private bool Keeps(HttpsUrl url, bool isOwn)
        {
            return _connection != null && _last != null && _isOwn == isOwn && AreSameServer(_server, url) && Drains();
        }

        // The rest of a short answer, such as that of a redirect, is read away.
        private bool Drains()
        {
            var buffer = new byte[LineBytes];
            try
            {
                return _last.LeavesConnection || (_last.Length >= 0 && _last.Length <= buffer.Length && DrainsAll(buffer) && _last.LeavesConnection);
            }
            catch (LinkException)
            {
                return false;
            }
        }

        private bool DrainsAll(byte[] buffer)
        {
            var deadline = new Deadline(_clock, UpdateAgentOptions.ReadLimitMs);
            while (_last.Read(buffer, 0, buffer.Length, deadline) > 0)
            {
            }

            return true;
        }

        private HttpResponseReader Send(byte[] request)
        {
            try
            {
                _connection.Write(request, 0, request.Length);
                var response = new HttpResponseReader(_connection, new HttpLimits { Line = LineBytes, Body = _mostBytes });
                response.ReadHead(new Deadline(_clock, UpdateAgentOptions.ReadLimitMs));
                _last = response;
                return response;
            }
            catch (LinkException)
            {
                Close();
                throw;
            }
        }
    }
}
