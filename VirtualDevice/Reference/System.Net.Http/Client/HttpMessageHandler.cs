namespace System.Net.Http
{
    /// <summary>Sends requests.</summary>
    public abstract class HttpMessageHandler : IDisposable
    {
        /// <summary>Ends the use of the handler.</summary>
        public void Dispose()
        {
            Dispose(true);
        }

        /// <summary>Sends a request and waits for the head of the response.</summary>
        protected internal abstract HttpResponseMessage Send(HttpRequestMessage request);

        /// <summary>Ends the use of the handler.</summary>
        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
