namespace System.Net.Http.Headers
{
    /// <summary>Header fields of a request.</summary>
    public sealed class HttpRequestHeaders : HttpHeaders
    {
        internal HttpRequestHeaders()
        {
        }

        /// <summary>First value of the field Connection, empty where it is missing.</summary>
        public string Connection
        {
            get
            {
                string[] values = Store.GetValues(HttpKnownHeaderNames.Connection);
                return values == null ? string.Empty : values[0];
            }
        }

        /// <summary>True closes the connection after the request. Once set it stays: later assignments have no effect in the real library.</summary>
        public bool ConnectionClose
        {
            get
            {
                return Connection.ToLower().Contains("close");
            }

            set
            {
                if (Store.GetValues(HttpKnownHeaderNames.Connection) == null)
                {
                    Store.AddInternal(HttpKnownHeaderNames.Connection, value ? "close" : "keep-alive");
                }
            }
        }

        /// <summary>True where the field Transfer-Encoding says so, which firmware cannot set.</summary>
        /// <exception cref="NotImplementedException">Always, when set.</exception>
        public bool TransferEncodingChunked
        {
            get
            {
                string value = Store[HttpKnownHeaderNames.TransferEncoding];
                return value != null && value.Contains("chunked");
            }

            set
            {
                throw new NotImplementedException();
            }
        }
    }
}
