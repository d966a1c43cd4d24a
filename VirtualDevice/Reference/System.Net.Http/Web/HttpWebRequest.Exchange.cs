using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace System.Net
{
    // Connecting, sending the head, receiving the head.
    public partial class HttpWebRequest
    {
        private HttpConnection _connection;

        /// <summary>True once a response was received.</summary>
        public bool HaveResponse { get; private set; }

        /// <summary>Makes the request ready to be sent again, without header fields and body.</summary>
        public void Reset()
        {
            _connection = null;
            HaveResponse = false;
            _contentLength = -1;
            _bodyMode = BodyMode.None;
            _headers = new WebHeaderCollection(true);
        }

        /// <summary>Sends the head; the body is written to the returned stream, which must stay open until GetResponse.</summary>
        /// <exception cref="ProtocolViolationException">A method without body, or PUT and POST without length.</exception>
        public override Stream GetRequestStream()
        {
            if (_method == "GET" || _method == "HEAD")
            {
                throw new ProtocolViolationException("HTTP Method is incorrect: " + _method);
            }

            if ((_method == "PUT" || _method == "POST") && _contentLength == -1 && !SendChunked)
            {
                throw new ProtocolViolationException("a request with a body needs its ContentLength");
            }

            Submit();
            return new HttpBodyStream(_connection, false, -1);
        }

        /// <summary>Sends the request, where GetRequestStream has not done so, and waits for the head of the response.</summary>
        /// <exception cref="WebException">Anything that fails; its Status says nothing, the cause is in InnerException.</exception>
        public override WebResponse GetResponse()
        {
            try
            {
                if (_connection == null)
                {
                    Submit();
                }

                HttpResponseHead head;
                using (new Timer(AbortConnection, null, _timeout, System.Threading.Timeout.Infinite))
                {
                    head = HttpResponseHead.Read(_connection, _maximumResponseHeadersLength);
                    if (head.StatusCode == (int)HttpStatusCode.Continue)
                    {
                        if (ContinueDelegate != null)
                        {
                            ContinueDelegate(head.StatusCode, head.Headers);
                        }
                        else
                        {
                            head = HttpResponseHead.Read(_connection, _maximumResponseHeadersLength);
                        }
                    }
                }

                HaveResponse = true;
                _connection.InUse = false;
                return new HttpWebResponse(_method, RequestUri, head, _connection);
            }
            catch (Exception e)
            {
                CloseConnection();
                throw new WebException("no response could be got", e);
            }
        }

        /// <summary>Closes the connection of a request that has no response yet.</summary>
        protected override void Dispose(bool disposing)
        {
            if (!HaveResponse)
            {
                CloseConnection();
            }

            base.Dispose(disposing);
        }

        private static IPAddress Resolve(Uri uri)
        {
            switch (uri.HostNameType)
            {
                case UriHostNameType.IPv4:
                    return IPAddress.Parse(uri.Host);
                case UriHostNameType.Dns:
                    break;
                default:
                    throw new WebException("the host is neither a name nor an IPv4 address");
            }

            IPHostEntry entry;
            try
            {
                entry = Dns.GetHostEntry(uri.Host);
            }
            catch (SocketException e)
            {
                throw new WebException("host not available", e, WebExceptionStatus.ConnectFailure, null);
            }

            for (int i = 0; i < entry.AddressList.Length; i++)
            {
                if (entry.AddressList[i] != null)
                {
                    return entry.AddressList[i];
                }
            }

            throw new WebException("the host's name has no IPv4 address", WebExceptionStatus.NameResolutionFailure);
        }

        private void Submit()
        {
            HttpConnection connection = HttpConnectionPool.Take(RequestUri.Host + ":" + RequestUri.Port.ToString());
            if (connection == null)
            {
                connection = Connect();
                if (KeepAlive)
                {
                    HttpConnectionPool.Keep(connection);
                }
            }

            _connection = connection;
            try
            {
                connection.Stream.ReadTimeout = _readWriteTimeout;
                connection.Stream.WriteTimeout = _readWriteTimeout;
                PrepareHeaders();
                byte[] head = Encoding.UTF8.GetBytes(_method + " " + RequestUri.PathAndQuery + " HTTP/" + _version.ToString() + "\r\n" + _headers.ToString());
                connection.Write(head, 0, head.Length);
            }
            catch (Exception)
            {
                CloseConnection();
                throw;
            }
        }

        private HttpConnection Connect()
        {
            IPAddress address = Resolve(RequestUri);
            Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(new IPEndPoint(address, RequestUri.Port));
            }
            catch (SocketException e)
            {
                socket.Close();
                throw new WebException("the host could not be connected to", e, WebExceptionStatus.ConnectFailure, null);
            }

            try
            {
                NetworkStream stream = RequestUri.Scheme == Uri.UriSchemeHttps ? Authenticate(socket) : new NetworkStream(socket);
                return new HttpConnection(socket, stream, RequestUri.Host + ":" + RequestUri.Port.ToString());
            }
            catch (Exception)
            {
                socket.Close();
                throw;
            }
        }

        private SslStream Authenticate(Socket socket)
        {
            SslStream stream = new SslStream(socket);
            stream.SslVerification = SslVerification;

            // No client certificate, and no way to give one: so does the real library.
            stream.AuthenticateAsClient(RequestUri.Host, null, HttpsAuthentCert, SslProtocols);
            return stream;
        }

        private void PrepareHeaders()
        {
            if (_version.Equals(HttpVersion.Version10))
            {
                KeepAlive = false;
            }
            else
            {
                if (_bodyMode == BodyMode.Chunked)
                {
                    _headers.AddInternal(HttpKnownHeaderNames.TransferEncoding, "chunked");
                }

                if (_headers[HttpKnownHeaderNames.Connection] == null)
                {
                    _headers.ChangeInternal(HttpKnownHeaderNames.Connection, KeepAlive ? "keep-alive" : "close");
                }
            }

            if (_bodyMode == BodyMode.Length)
            {
                _headers.ChangeInternal(HttpKnownHeaderNames.ContentLength, _contentLength.ToString());
            }

            // Without the port, against RFC 9110, 7.2: so does the real library.
            _headers.ChangeInternal(HttpKnownHeaderNames.Host, RequestUri.Host);
            if (Credentials != null && Credentials.AuthenticationType == AuthenticationType.Basic)
            {
                byte[] credentials = Encoding.UTF8.GetBytes(Credentials.UserName + ":" + Credentials.Password);
                _headers.ChangeInternal(HttpKnownHeaderNames.Authorization, "Basic " + Convert.ToBase64String(credentials));
            }
        }

        private void AbortConnection(object state)
        {
            _connection.Socket.Close();
        }

        private void CloseConnection()
        {
            if (_connection != null)
            {
                HttpConnectionPool.Drop(_connection);
                _connection = null;
            }
        }
    }
}
