namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Collects one line, byte by byte. Ends at CR LF or LF (RFC 9112 section 2.2).</summary>
    public sealed class HttpLineBuffer
    {
        private readonly char[] _line;
        private int _length;
        private bool _return;

        /// <summary>Takes lines of up to <paramref name="capacity"/> bytes.</summary>
        public HttpLineBuffer(int capacity)
        {
            _line = new char[capacity];
        }

        /// <summary>Whether the last accepted byte ended the line.</summary>
        public bool Complete { get; private set; }

        /// <summary>Takes one byte.</summary>
        public HttpError Accept(byte b)
        {
            if (b == (byte)'\n')
            {
                _return = false;
                Complete = true;
                return HttpError.None;
            }

            if (_return || (b < 0x20 && b != (byte)'\t' && b != (byte)'\r') || b == 0x7F)
            {
                return HttpError.BadCharacter;
            }

            if (b == (byte)'\r')
            {
                _return = true;
                return HttpError.None;
            }

            if (_length == _line.Length)
            {
                return HttpError.LineTooLong;
            }

            _line[_length++] = (char)b;
            return HttpError.None;
        }

        /// <summary>The line without its end, read as ISO 8859-1; the buffer is empty after it.</summary>
        public string Take()
        {
            var line = new string(_line, 0, _length);
            _length = 0;
            Complete = false;
            return line;
        }
    }
}
