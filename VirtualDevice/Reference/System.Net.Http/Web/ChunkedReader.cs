namespace System.Net
{
    /// <summary>Takes a chunked body apart (RFC 9112, 7.1). Trailer fields are not read, as in the real library.</summary>
    internal sealed class ChunkedReader
    {
        private readonly HttpConnection _connection;
        private int _left;
        private bool _first = true;

        internal ChunkedReader(HttpConnection connection)
        {
            _connection = connection;
        }

        internal bool IsComplete { get; private set; }

        internal int Read(byte[] buffer, int offset, int count)
        {
            if (!IsComplete && _left == 0)
            {
                ReadSize();
            }

            if (IsComplete)
            {
                return 0;
            }

            int read = _connection.Read(buffer, offset, _left < count ? _left : count);
            _left -= read;
            return read;
        }

        private void ReadSize()
        {
            if (!_first && _connection.ReadLine(HttpConnection.MaximumLineLength).Length > 0)
            {
                throw new ProtocolViolationException("a chunk of the body is malformed");
            }

            _first = false;
            string line = _connection.ReadLine(HttpConnection.MaximumLineLength);
            int semicolon = line.IndexOf(';');
            string size = (semicolon < 0 ? line : line.Substring(0, semicolon)).Trim();
            _left = ParseSize(size);
            IsComplete = _left == 0;
        }

        private static int ParseSize(string digits)
        {
            int size = 0;
            for (int i = 0; i < digits.Length; i++)
            {
                int digit = "0123456789abcdef".IndexOf(digits[i].ToLower());
                if (digit < 0 || i > 6)
                {
                    throw new ProtocolViolationException("a chunk of the body is malformed");
                }

                size = (size << 4) | digit;
            }

            return digits.Length == 0 ? throw new ProtocolViolationException("a chunk of the body is malformed") : size;
        }
    }
}
