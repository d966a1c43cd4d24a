namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// One request. Valid until its handler returns: the next request of the connection uses the same buffers. What a header
    /// says becomes a string only when it is asked for.
    /// </summary>
    public sealed class WebRequest
    {
        private readonly byte[] _head;
        private readonly int[] _fields = new int[4 * WebLimits.Headers];
        private int _count;

        /// <summary>Reads headers out of <paramref name="head"/>.</summary>
        public WebRequest(byte[] head, byte[] body)
        {
            _head = head;
            Body = body;
        }

        /// <summary>The method, as it came: methods differ by case.</summary>
        public string Method { get; internal set; }

        /// <summary>The path, decoded: starts with a slash, valid Unicode, has no <c>.</c> or <c>..</c> segment, backslash or control character.</summary>
        public string Path { get; internal set; }

        /// <summary>What stands behind the question mark, percent-encoded as it came; null where there is none.</summary>
        public string Query { get; internal set; }

        /// <summary>Whether the request is of HTTP/1.1, or else of HTTP/1.0.</summary>
        public bool IsHttp11 { get; internal set; }

        /// <summary>The body, decoded, from its first byte on; at most <see cref="WebLimits.Body"/> bytes. Of the connection: a handler may change it.</summary>
        public byte[] Body { get; }

        /// <summary>Length of the body in bytes.</summary>
        public int BodyLength { get; internal set; }

        /// <summary>Whether the peer has shown a certificate that chains to the operators' CA, and has been verified.</summary>
        public bool PeerIsOperator { get; internal set; }

        /// <summary>Whether it is a HEAD: answered like GET, without the body.</summary>
        public bool IsHead
        {
            get { return Method == "HEAD"; }
        }

        /// <summary>Whether it asks for a representation: GET or HEAD.</summary>
        public bool IsGet
        {
            get { return Method == "GET" || Method == "HEAD"; }
        }

        /// <summary>Value of a header, in any case, without blanks at its ends; null where there is none; the first of several.</summary>
        public string Header(string name)
        {
            for (var i = 0; i < _count; i++)
            {
                if (ByteText.Same(_head, _fields[4 * i], _fields[(4 * i) + 1], name))
                {
                    return ByteText.Text(_head, _fields[(4 * i) + 2], _fields[(4 * i) + 3]);
                }
            }

            return null;
        }

        /// <summary>Forgets the request before.</summary>
        internal void Reset()
        {
            _count = 0;
            Method = Path = Query = null;
            IsHttp11 = true;
            BodyLength = 0;
        }

        /// <summary>Takes one header: where its name and its value lie.</summary>
        /// <returns>False where there are too many.</returns>
        internal bool Add(int name, int nameLength, int value, int valueLength)
        {
            if (_count == WebLimits.Headers)
            {
                return false;
            }

            var at = 4 * _count++;
            _fields[at] = name;
            _fields[at + 1] = nameLength;
            _fields[at + 2] = value;
            _fields[at + 3] = valueLength;
            return true;
        }
    }
}
