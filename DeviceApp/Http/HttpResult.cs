using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>What became of a request.</summary>
    public sealed class HttpResult
    {
        private HttpResult(int status, long bodyBytes, HttpError error, Failure failure)
        {
            Status = status;
            BodyBytes = bodyBytes;
            Error = error;
            Failure = failure;
        }

        /// <summary>The status of a complete response; 0 where there is none.</summary>
        public int Status { get; }

        /// <summary>Bytes of the body, decoded.</summary>
        public long BodyBytes { get; }

        /// <summary>What is wrong with the response; None where nothing is, or no response came.</summary>
        public HttpError Error { get; }

        /// <summary>Why there is no complete response; null where there is one.</summary>
        public Failure Failure { get; }

        /// <summary>Whether a complete response came with a status from 200 to 299.</summary>
        public bool Succeeded
        {
            get { return Failure == null && Status >= 200 && Status <= 299; }
        }

        /// <summary>A complete response.</summary>
        public static HttpResult Complete(int status, long bodyBytes)
        {
            return new HttpResult(status, bodyBytes, HttpError.None, null);
        }

        /// <summary>A response that cannot be used.</summary>
        public static HttpResult Malformed(HttpError error)
        {
            return new HttpResult(0, 0, error, new Failure("HTTP", HttpErrorWords.Of(error), ""));
        }

        /// <summary>No response.</summary>
        public static HttpResult Failed(Failure failure)
        {
            return new HttpResult(0, 0, HttpError.None, failure);
        }
    }
}
