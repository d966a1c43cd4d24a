using System.Net.Sockets;
using System.Text;

namespace System.Net
{
    /// <summary>A connection to a server and what has been read from it ahead of time.</summary>
    internal sealed class HttpConnection
    {
        /// <summary>Longest line of a head, in bytes.</summary>
        internal const int MaximumLineLength = 4000;

        private readonly byte[] _buffer = new byte[256];
        private int _start;
        private int _end;

        internal HttpConnection(Socket socket, NetworkStream stream, string authority)
        {
            Socket = socket;
            Stream = stream;
            Authority = authority;
        }

        internal Socket Socket { get; }

        internal NetworkStream Stream { get; }

        /// <summary>Host and port; the only thing that a kept connection is chosen by.</summary>
        internal string Authority { get; }

        internal bool InUse { get; set; } = true;

        /// <summary>Reads at least one byte; 0 where the server has closed.</summary>
        internal int Read(byte[] buffer, int offset, int count)
        {
            if (_start == _end)
            {
                if (count >= _buffer.Length)
                {
                    return Stream.Read(buffer, offset, count);
                }

                if (!Fill())
                {
                    return 0;
                }
            }

            int available = _end - _start < count ? _end - _start : count;
            Array.Copy(_buffer, _start, buffer, offset, available);
            _start += available;
            return available;
        }

        /// <exception cref="SocketException">ConnectionAborted: the server has closed.</exception>
        internal int ReadByte()
        {
            int value = PeekByte();
            _start++;
            return value;
        }

        internal int PeekByte()
        {
            if (_start == _end && !Fill())
            {
                throw new SocketException(SocketError.ConnectionAborted);
            }

            return _buffer[_start];
        }

        /// <summary>
        /// Reads a line. As in the real library two bytes are taken for its end, so one that ends in LF alone loses a character, and
        /// the limit is looked at only where a byte is next: a line whose CR is the last byte within it passes.
        /// </summary>
        /// <exception cref="WebException">The line with its end is as long as the limit.</exception>
        /// <exception cref="SocketException">ConnectionAborted: the server has closed.</exception>
        internal string ReadLine(int limit)
        {
            byte[] line = new byte[80];
            int length = 0;
            bool ended = false;
            while (!ended && length < limit)
            {
                if (length + 1 >= line.Length)
                {
                    byte[] longer = new byte[line.Length * 2];
                    Array.Copy(line, 0, longer, 0, length);
                    line = longer;
                }

                int value = ReadByte();
                line[length++] = (byte)value;
                if (value == '\r')
                {
                    line[length++] = (byte)ReadByte();
                }

                ended = value == '\r' || value == '\n';
            }

            if (length == limit)
            {
                throw new WebException("a header line is longer than the buffer for it", WebExceptionStatus.ServerProtocolViolation);
            }

            return length <= 2 ? string.Empty : Encoding.UTF8.GetString(line, 0, length - 2);
        }

        internal void Write(byte[] buffer, int offset, int count)
        {
            Stream.Write(buffer, offset, count);
        }

        internal void Close()
        {
            InUse = false;
            Stream.Dispose();
            Socket.Close();
        }

        private bool Fill()
        {
            _start = 0;
            _end = Stream.Read(_buffer, 0, _buffer.Length);
            return _end > 0;
        }
    }
}
