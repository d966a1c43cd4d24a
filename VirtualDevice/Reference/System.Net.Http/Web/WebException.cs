namespace System.Net
{
    /// <summary>A request failed. GetResponse leaves Status at Success (0): the cause is in the inner exception.</summary>
    public class WebException : InvalidOperationException
    {
        /// <summary>Makes the exception.</summary>
        public WebException()
        {
        }

        /// <summary>Makes the exception.</summary>
        public WebException(string message)
            : base(message)
        {
        }

        /// <summary>Makes the exception with its cause.</summary>
        public WebException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        /// <summary>Makes the exception with a status.</summary>
        public WebException(string message, WebExceptionStatus status)
            : base(message)
        {
            Status = status;
        }

        /// <summary>Makes the exception.</summary>
        public WebException(string message, Exception inner, WebExceptionStatus status, WebResponse response)
            : base(message, inner)
        {
            Status = status;
            Response = response;
        }

        /// <summary>What it is about.</summary>
        public WebExceptionStatus Status { get; }

        /// <summary>The response, where there is one.</summary>
        public WebResponse Response { get; }
    }
}
