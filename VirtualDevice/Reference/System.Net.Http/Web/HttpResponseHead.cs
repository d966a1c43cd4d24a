namespace System.Net
{
    /// <summary>
    /// Status line and header fields of a response (RFC 9112, 4 and 5). What is malformed or beyond the limit throws nothing: reading
    /// stops there, and all that follows counts as the body. So does the real library: it notes the fault and nobody looks at it.
    /// </summary>
    internal sealed class HttpResponseHead
    {
        internal Version Version { get; private set; }

        internal int StatusCode { get; private set; }

        internal string StatusDescription { get; private set; }

        /// <summary>The fields up to the first fault; null where the status line is malformed.</summary>
        internal WebHeaderCollection Headers { get; private set; }

        /// <summary>Bytes of the body, -1 where the head does not say, 0 where the status line is malformed.</summary>
        internal long ContentLength { get; private set; }

        /// <summary>Bytes after which reading the body ends, -1 = at the end of the connection.</summary>
        internal long BodyLength { get; private set; } = -1;

        internal bool Chunked { get; private set; }

        /// <summary>Reads a head.</summary>
        /// <param name="connection">Where it comes from.</param>
        /// <param name="limit">Kilobytes of header fields, -1 = no limit.</param>
        /// <exception cref="WebException">A line is too long: ServerProtocolViolation.</exception>
        internal static HttpResponseHead Read(HttpConnection connection, int limit)
        {
            HttpResponseHead head = new HttpResponseHead();
            if (!head.ParseStatusLine(connection.ReadLine(HttpConnection.MaximumLineLength).Trim()))
            {
                return head;
            }

            head.Headers = new WebHeaderCollection(true);
            head.ContentLength = -1;
            int left = limit < 0 ? int.MaxValue : limit * 1024;
            bool more = true;
            while (more)
            {
                string field = ReadField(connection);
                left -= field.Length;
                more = field.Length > 0 && left >= 0 && head.ParseField(field);
            }

            return head;
        }

        /// <summary>A field, with the lines that continue it.</summary>
        private static string ReadField(HttpConnection connection)
        {
            string field = connection.ReadLine(HttpConnection.MaximumLineLength);
            int left = HttpConnection.MaximumLineLength - field.Length;
            while (field.Length > 0)
            {
                int next = connection.PeekByte();
                if (next != ' ' && next != '\t')
                {
                    break;
                }

                string line = connection.ReadLine(left);
                left -= line.Length;
                field += line;
                if (left <= 0)
                {
                    throw new WebException("a header field is longer than the buffer for it", WebExceptionStatus.ServerProtocolViolation);
                }
            }

            return field;
        }

        private bool ParseStatusLine(string line)
        {
            string[] parts = line.Split(new char[] { ' ' }, 3);
            string version = parts[0].ToLower();
            if (version != "http/1.1" && version != "http/1.0")
            {
                return false;
            }

            Version = version == "http/1.1" ? HttpVersion.Version11 : HttpVersion.Version10;
            if (parts.Length < 2 || !int.TryParse(parts[1], out int status))
            {
                return false;
            }

            StatusCode = status;

            // The blank before the reason belongs to it in the real library.
            StatusDescription = parts.Length > 2 ? " " + parts[2] : string.Empty;
            return true;
        }

        private bool ParseField(string line)
        {
            int colon = line.IndexOf(':');
            if (colon < 0)
            {
                return false;
            }

            string name = line.Substring(0, colon);
            string value = line.Substring(colon + 1).Trim();
            Headers.AddInternal(name, value);
            switch (name.ToLower())
            {
                case "content-length":
                    if (!int.TryParse(value, out int length))
                    {
                        return false;
                    }

                    ContentLength = length;
                    BodyLength = length;
                    break;
                case "transfer-encoding":
                    Chunked = Chunked || value.ToLower().IndexOf("chunked") >= 0;
                    break;
            }

            return true;
        }
    }
}
