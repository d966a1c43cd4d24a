using System.IO;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace System.Net.Http
{
    /// <summary>Sends requests by HttpWebRequest.</summary>
    public class HttpClientHandler : HttpMessageHandler
    {
        private bool _disposed;
        private bool _sent;
        private ClientCertificateOption _clientCertificateOptions = ClientCertificateOption.Manual;
        private NetworkCredential _credentials;
        private SslProtocols _sslProtocols;

        /// <summary>Without effect: no certificate is ever presented.</summary>
        /// <exception cref="InvalidOperationException">A request was sent already.</exception>
        public ClientCertificateOption ClientCertificateOptions
        {
            get
            {
                return _clientCertificateOptions;
            }

            set
            {
                ThrowIfSent();
                _clientCertificateOptions = value;
            }
        }

        /// <summary>Always null: there is nothing to set it with.</summary>
        public X509Certificate ClientCertificate
        {
            get { return _clientCertificateOptions == ClientCertificateOption.Manual ? null : throw new InvalidOperationException(); }
        }

        /// <summary>Credentials for Basic authentication.</summary>
        /// <exception cref="InvalidOperationException">A request was sent already.</exception>
        public NetworkCredential Credentials
        {
            get
            {
                return _credentials;
            }

            set
            {
                ThrowIfSent();
                _credentials = value;
            }
        }

        /// <summary>TLS versions.</summary>
        /// <exception cref="InvalidOperationException">A request was sent already.</exception>
        public SslProtocols SslProtocols
        {
            get
            {
                return _sslProtocols;
            }

            set
            {
                ThrowIfSent();
                _sslProtocols = value;
            }
        }

        /// <summary>False.</summary>
        public virtual bool SupportsAutomaticDecompression => false;

        /// <summary>False: redirects are never followed.</summary>
        public virtual bool SupportsRedirectConfiguration => false;

        /// <summary>False.</summary>
        public bool UseCookies => false;

        internal TimeSpan Timeout { get; set; }

        internal X509Certificate Ca { get; set; }

        internal SslVerification SslVerification { get; set; }

        internal void UseProtocols(SslProtocols protocols)
        {
            _sslProtocols = protocols;
        }

        /// <summary>Sends a request and waits for the head of the response.</summary>
        /// <exception cref="HttpRequestException">Wraps a WebException or IOException.</exception>
        protected internal override HttpResponseMessage Send(HttpRequestMessage request)
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }

            HttpWebRequest webRequest = CreateWebRequest(request);
            HttpWebResponse response;
            try
            {
                SendBody(request, webRequest);
                _sent = true;
                response = (HttpWebResponse)webRequest.GetResponse();
            }
            catch (WebException e)
            {
                throw new HttpRequestException("An error occurred while sending the request", e);
            }
            catch (IOException e)
            {
                throw new HttpRequestException("An error occurred while sending the request", e);
            }

            return CreateResponse(response, request);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            _disposed = true;
            base.Dispose(disposing);
        }

        private static void SendBody(HttpRequestMessage request, HttpWebRequest webRequest)
        {
            HttpContent content = request.Content;
            if (content == null)
            {
                string method = request.Method.Method;
                if (method != "GET" && method != "HEAD" && method != "CONNECT" && method != "TRACE" && method != "MKCOL")
                {
                    webRequest.ContentLength = 0;
                }

                return;
            }

            CopyHeaders(content.Headers, webRequest.Headers);
            if (request.Headers.TransferEncodingChunked)
            {
                webRequest.SendChunked = true;
            }

            if (content.TryComputeLength(out long length))
            {
                webRequest.ContentLength = length;
            }

            content.CopyTo(webRequest.GetRequestStream());
        }

        private static HttpResponseMessage CreateResponse(HttpWebResponse response, HttpRequestMessage request)
        {
            HttpResponseMessage message = new HttpResponseMessage(response.StatusCode)
            {
                RequestMessage = request,
                ReasonPhrase = response.StatusDescription,
                Content = new StreamContent(response.GetResponseStream())
            };
            string[] names = response.Headers.AllKeys;
            for (int i = 0; i < names.Length; i++)
            {
                message.Headers.Store.AddInternal(names[i], response.Headers[names[i]]);
                message.Content.Headers.Store.AddInternal(names[i], response.Headers[names[i]]);
            }

            return message;
        }

        private static void CopyHeaders(HttpHeaders source, WebHeaderCollection target)
        {
            string[] names = source.Store.AllKeys;
            for (int i = 0; i < names.Length; i++)
            {
                target.AddInternal(names[i], source.Store[names[i]]);
            }
        }

        private HttpWebRequest CreateWebRequest(HttpRequestMessage request)
        {
            HttpWebRequest webRequest = new HttpWebRequest(request.RequestUri)
            {
                ProtocolVersion = request.Version,
                Method = request.Method.Method,
                KeepAlive = !request.Headers.ConnectionClose,
                Credentials = _credentials,
                SslProtocols = _sslProtocols,
                HttpsAuthentCert = Ca,
                SslVerification = SslVerification
            };
            if (Timeout != TimeSpan.Zero)
            {
                webRequest.Timeout = (int)Timeout.TotalMilliseconds;
            }

            CopyHeaders(request.Headers, webRequest.Headers);
            return webRequest;
        }

        private void ThrowIfSent()
        {
            if (_sent)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
