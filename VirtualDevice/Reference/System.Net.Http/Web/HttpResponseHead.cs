namespace System.Net
{
    /// <summary>Status line and header fields of a response (RFC 9112, 4 and 5).</summary>
    internal sealed class HttpResponseHead
    {
        internal Version Version { get; private set; }

        internal int StatusCode { get; private set; }

        internal string StatusDescription { get; private set; }

        internal WebHeaderCollection Headers { get; } = new WebHeaderCollection(true);

        /// <summary>Bytes of the body, -1 where the head does not say.</summary>
        internal long ContentLength { get; private set; } = -1;

        internal bool Chunked { get; private set; }

        /// <summary>Reads a head.</summary>
        /// <param name="connection">Where it comes from.</param>
        /// <param name="limit">Kilobytes of header fields, -1 = no limit.</param>
        /// <exception cref="WebException">ServerProtocolViolation. The real library answers a head that is too long or malformed with a broken response instead.</exception>
        internal static HttpResponseHead Read(HttpConnection connection, int limit)
        {
            HttpResponseHead head = new HttpResponseHead();
            head.ParseStatusLine(connection.ReadLine(HttpConnection.MaximumLineLength).Trim());
            int left = limit < 0 ? int.MaxValue : limit * 1024;
            for (string line = ReadField(connection); line.Length > 0; line = ReadField(connection))
            {
                left -= line.Length;
                if (left < 0)
                {
                    throw Violation("Headers size exceed limit", null);
                }

                head.ParseField(line);
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
                    throw Violation("HTTP header too long", null);
                }
            }

            return field;
        }

        private static WebException Violation(string message, Exception cause)
        {
            return new WebException(message, cause, WebExceptionStatus.ServerProtocolViolation, null);
        }

        private void ParseStatusLine(string line)
        {
            string[] parts = line.Split(new char[] { ' ' }, 3);
            string version = parts[0].ToLower();
            if (version != "http/1.1" && version != "http/1.0")
            {
                throw Violation("Unknown http version: " + version, null);
            }

            if (parts.Length < 2 || !int.TryParse(parts[1], out int status))
            {
                throw Violation("Missing status code in HTTP reply", null);
            }

            Version = version == "http/1.1" ? HttpVersion.Version11 : HttpVersion.Version10;
            StatusCode = status;

            // The blank before the reason belongs to it in the real library.
            StatusDescription = parts.Length > 2 ? " " + parts[2] : string.Empty;
        }

        private void ParseField(string line)
        {
            int colon = line.IndexOf(':');
            if (colon < 0)
            {
                throw Violation("Illegal header format: " + line, null);
            }

            string name = line.Substring(0, colon);
            string value = line.Substring(colon + 1).Trim();
            Headers.AddInternal(name, value);
            switch (name.ToLower())
            {
                case "content-length":
                    if (!int.TryParse(value, out int length) || length < 0)
                    {
                        throw Violation("Content length NAN: " + value, null);
                    }

                    ContentLength = length;
                    break;
                case "transfer-encoding":
                    Chunked = Chunked || value.ToLower().IndexOf("chunked") >= 0;
                    break;
            }
        }
    }
}
