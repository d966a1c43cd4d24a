using System.IO;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace System.Net.Http
{
    /// <summary>
    /// Synchronous HTTP client. It verifies the server (CertificateRequired) and speaks TLS 1.2 by default, closes the connection after
    /// every request, and never presents a client certificate.
    /// </summary>
    public class HttpClient : HttpMessageInvoker
    {
        private HttpRequestHeaders _headers;
        private Uri _baseAddress;
        private TimeSpan _timeout = System.Threading.Timeout.InfiniteTimeSpan;

        /// <summary>Makes a client.</summary>
        public HttpClient()
            : base(new HttpClientHandler(), true)
        {
            DefaultRequestHeaders.ConnectionClose = true;
        }

        /// <summary>Header fields that every request gets.</summary>
        public HttpRequestHeaders DefaultRequestHeaders => _headers ??= new HttpRequestHeaders();

        /// <summary>What relative targets are relative to.</summary>
        /// <exception cref="ArgumentException">It is not absolute.</exception>
        public Uri BaseAddress
        {
            get { return _baseAddress; }
            set { _baseAddress = value is null || value.IsAbsoluteUri ? value : throw new ArgumentException(); }
        }

        /// <summary>Time until the head of the response must be there; no limit by default. Handshake and body are not covered.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Zero, negative, or more than int.MaxValue milliseconds.</exception>
        public TimeSpan Timeout
        {
            get
            {
                return _timeout;
            }

            set
            {
                bool infinite = value == System.Threading.Timeout.InfiniteTimeSpan;
                if (!infinite && (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue))
                {
                    throw new ArgumentOutOfRangeException();
                }

                _timeout = value;
            }
        }

        /// <summary>CA that is trusted besides the stored bundle.</summary>
        public X509Certificate HttpsAuthentCert { get; set; }

        /// <summary>TLS versions, 1.2 by default.</summary>
        public SslProtocols SslProtocols { get; set; } = SslProtocols.Tls12;

        /// <summary>How the server is verified; only CertificateRequired, the default, verifies it.</summary>
        public SslVerification SslVerification { get; set; } = SslVerification.CertificateRequired;

        /// <summary>Sends DELETE.</summary>
        /// <exception cref="HttpRequestException">No response.</exception>
        public HttpResponseMessage Delete(string requestUri)
        {
            return Send(new HttpRequestMessage(HttpMethod.Delete, requestUri));
        }

        /// <summary>Sends GET and reads the whole response.</summary>
        /// <exception cref="HttpRequestException">No response.</exception>
        public HttpResponseMessage Get(string requestUri)
        {
            return Send(new HttpRequestMessage(HttpMethod.Get, requestUri));
        }

        /// <summary>Sends GET.</summary>
        /// <exception cref="HttpRequestException">No response.</exception>
        public HttpResponseMessage Get(string requestUri, HttpCompletionOption completionOption)
        {
            return Send(new HttpRequestMessage(HttpMethod.Get, requestUri), completionOption);
        }

        /// <summary>Sends PATCH.</summary>
        /// <exception cref="HttpRequestException">No response.</exception>
        public HttpResponseMessage Patch(string requestUri, HttpContent content)
        {
            return Send(new HttpRequestMessage(HttpMethod.Patch, requestUri) { Content = content });
        }

        /// <summary>Sends POST.</summary>
        /// <exception cref="HttpRequestException">No response to a request whose connection came about. A connection that fails before the body throws WebException's causes as they are.</exception>
        public HttpResponseMessage Post(string requestUri, HttpContent content)
        {
            return Send(new HttpRequestMessage(HttpMethod.Post, requestUri) { Content = content });
        }

        /// <summary>Sends PUT.</summary>
        /// <exception cref="HttpRequestException">As Post.</exception>
        public HttpResponseMessage Put(string requestUri, HttpContent content)
        {
            return Send(new HttpRequestMessage(HttpMethod.Put, requestUri) { Content = content });
        }

        /// <summary>The body of a successful GET.</summary>
        /// <exception cref="HttpRequestException">No response, or a status outside 200 to 299.</exception>
        public byte[] GetByteArray(string requestUri)
        {
            using (HttpResponseMessage response = Get(requestUri))
            {
                return response.EnsureSuccessStatusCode().Content.ReadAsByteArray();
            }
        }

        /// <summary>The body of a successful GET, which is in memory by then.</summary>
        /// <exception cref="HttpRequestException">No response, or a status outside 200 to 299.</exception>
        public Stream GetStream(string requestUri)
        {
            return Get(requestUri, HttpCompletionOption.ResponseHeadersRead).EnsureSuccessStatusCode().Content.ReadAsStream();
        }

        /// <summary>The body of a successful GET as UTF-8.</summary>
        /// <exception cref="HttpRequestException">No response, or a status outside 200 to 299.</exception>
        public string GetString(string requestUri)
        {
            using (HttpResponseMessage response = Get(requestUri))
            {
                return response.EnsureSuccessStatusCode().Content.ReadAsString();
            }
        }

        /// <summary>Sends a request and reads the whole response.</summary>
        public override HttpResponseMessage Send(HttpRequestMessage request)
        {
            return Send(request, HttpCompletionOption.ResponseContentRead);
        }

        /// <summary>Sends a request.</summary>
        /// <exception cref="InvalidOperationException">It was sent before, or its target is relative and there is no BaseAddress.</exception>
        /// <exception cref="HttpRequestException">No response.</exception>
        public HttpResponseMessage Send(HttpRequestMessage request, HttpCompletionOption completionOption)
        {
            if (request == null)
            {
                throw new ArgumentNullException();
            }

            if (!request.MarkSent())
            {
                throw new InvalidOperationException();
            }

            request.RequestUri = Target(request.RequestUri);
            request.Headers.AddAll(DefaultRequestHeaders);
            Configure((HttpClientHandler)Handler);
            HttpResponseMessage response = base.Send(request);
            if (completionOption == HttpCompletionOption.ResponseContentRead)
            {
                response.Content.LoadIntoBuffer();
            }

            return response;
        }

        private Uri Target(Uri uri)
        {
            if (!(uri is null) && uri.IsAbsoluteUri)
            {
                return uri;
            }

            if (_baseAddress is null)
            {
                throw new InvalidOperationException();
            }

            return uri is null ? _baseAddress : new Uri(_baseAddress, uri.OriginalString);
        }

        private void Configure(HttpClientHandler handler)
        {
            handler.Timeout = _timeout;
            handler.Ca = HttpsAuthentCert;
            handler.SslVerification = SslVerification;
            handler.UseProtocols(SslProtocols);
        }
    }
}
