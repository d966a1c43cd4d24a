namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Learns from the headers where a request's body ends and whether the connection goes on (RFC 9112 sections 6 and 9.3).
    /// Stricter than it has to be: what could make two readers see two different requests is refused.
    /// </summary>
    public sealed class RequestFraming
    {
        private bool _close;
        private bool _keepAlive;
        private bool _hasHost;

        /// <summary>Whether the body comes in chunks.</summary>
        public bool Chunked { get; private set; }

        /// <summary>Content-Length in bytes; -1 where there is none.</summary>
        public int Length { get; private set; }

        /// <summary>Whether the client waits for a word before it sends the body.</summary>
        public bool ExpectsContinue { get; private set; }

        /// <summary>What is wrong with the headers, as one sentence without a full stop; null for nothing.</summary>
        public string Problem { get; private set; }

        /// <summary>Forgets the request before.</summary>
        public void Reset()
        {
            _close = _keepAlive = _hasHost = false;
            Chunked = false;
            Length = -1;
            ExpectsContinue = false;
            Problem = null;
        }

        /// <summary>Takes one header: its name and its value, both within <paramref name="bytes"/>.</summary>
        /// <returns>0, or the status to refuse it with.</returns>
        public int Accept(byte[] bytes, int name, int nameLength, int value, int valueLength)
        {
            if (ByteText.Same(bytes, name, nameLength, "Content-Length"))
            {
                return ContentLength(bytes, value, valueLength);
            }

            if (ByteText.Same(bytes, name, nameLength, "Transfer-Encoding"))
            {
                return TransferEncoding(bytes, value, valueLength);
            }

            if (ByteText.Same(bytes, name, nameLength, "Host"))
            {
                return Host(bytes, value, valueLength);
            }

            if (ByteText.Same(bytes, name, nameLength, "Connection"))
            {
                _close |= ByteText.ListHas(bytes, value, valueLength, "close");
                _keepAlive |= ByteText.ListHas(bytes, value, valueLength, "keep-alive");
            }
            else if (ByteText.Same(bytes, name, nameLength, "Expect"))
            {
                ExpectsContinue = ByteText.Same(bytes, value, valueLength, "100-continue");
                return ExpectsContinue ? 0 : Refuse(417, "an expectation other than 100-continue");
            }

            return 0;
        }

        /// <summary>Checks the headers against each other, once all are known.</summary>
        /// <returns>0, or the status to refuse them with.</returns>
        public int Check(bool http11)
        {
            if (Chunked && Length >= 0)
            {
                return Refuse(400, "both Content-Length and Transfer-Encoding");
            }

            if (Chunked && !http11)
            {
                return Refuse(400, "Transfer-Encoding in HTTP/1.0");
            }

            if (http11 && !_hasHost)
            {
                return Refuse(400, "no Host");
            }

            return Length > WebLimits.Body ? Refuse(413, "the body is longer than " + WebLimits.Body.ToString() + " bytes") : 0;
        }

        /// <summary>Whether the connection may be used again after this request.</summary>
        public bool KeepsAlive(bool http11)
        {
            return !_close && (http11 || _keepAlive);
        }

        private int ContentLength(byte[] bytes, int value, int length)
        {
            if (Length >= 0)
            {
                return Refuse(400, "Content-Length twice");
            }

            if (!ByteText.AreDigits(bytes, value, length))
            {
                return Refuse(400, "Content-Length is no number");
            }

            var count = ByteText.ParseCount(bytes, value, length);
            Length = count < 0 ? int.MaxValue : count;
            return 0;
        }

        private int TransferEncoding(byte[] bytes, int value, int length)
        {
            if (Chunked)
            {
                return Refuse(400, "Transfer-Encoding twice");
            }

            Chunked = ByteText.Same(bytes, value, length, "chunked");
            return Chunked ? 0 : Refuse(501, "a transfer encoding other than chunked");
        }

        private int Host(byte[] bytes, int value, int length)
        {
            if (_hasHost)
            {
                return Refuse(400, "Host twice");
            }

            _hasHost = true;
            for (var i = value; i < value + length; i++)
            {
                var c = bytes[i];
                if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= ':') || c == '.' || c == '-' || c == '_' || c == '[' || c == ']'))
                {
                    return Refuse(400, "a malformed Host");
                }
            }

            return length == 0 ? Refuse(400, "an empty Host") : 0;
        }

        private int Refuse(int status, string problem)
        {
            Problem = problem;
            return status;
        }
    }
}
