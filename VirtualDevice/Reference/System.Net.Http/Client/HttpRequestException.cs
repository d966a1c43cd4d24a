namespace System.Net.Http
{
    /// <summary>HttpClient could not exchange request and response; InnerException is the WebException, whose InnerException is the cause.</summary>
    public class HttpRequestException : Exception
    {
        /// <summary>Makes the exception.</summary>
        public HttpRequestException()
        {
        }

        /// <summary>Makes the exception.</summary>
        public HttpRequestException(string message)
            : base(message)
        {
        }

        /// <summary>Makes the exception with its cause.</summary>
        public HttpRequestException(string message, Exception inner)
            : base(message, inner)
        {
        }
    }
}
