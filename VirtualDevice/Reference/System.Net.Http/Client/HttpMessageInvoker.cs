namespace System.Net.Http
{
    /// <summary>Hands requests to a handler.</summary>
    public class HttpMessageInvoker : IDisposable
    {
        private readonly bool _disposeHandler;
        private bool _disposed;

        /// <summary>Uses a handler and disposes it in the end.</summary>
        public HttpMessageInvoker(HttpMessageHandler handler)
            : this(handler, true)
        {
        }

        /// <summary>Uses a handler.</summary>
        public HttpMessageInvoker(HttpMessageHandler handler, bool disposeHandler)
        {
            Handler = handler ?? throw new ArgumentNullException();
            _disposeHandler = disposeHandler;
        }

        internal HttpMessageHandler Handler { get; }

        /// <summary>Sends a request.</summary>
        public virtual HttpResponseMessage Send(HttpRequestMessage request)
        {
            if (request == null)
            {
                throw new ArgumentNullException();
            }

            if (_disposed)
            {
                throw new ObjectDisposedException();
            }

            return Handler.Send(request);
        }

        /// <summary>Ends the use of the invoker.</summary>
        public void Dispose()
        {
            Dispose(true);
        }

        /// <summary>Ends the use of the invoker.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (disposing && !_disposed)
            {
                _disposed = true;
                if (_disposeHandler)
                {
                    Handler.Dispose();
                }
            }
        }
    }
}
