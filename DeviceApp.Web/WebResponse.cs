using System;
using System.Text;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// The answer to one request. A handler adds headers, starts it, and writes the body in as many parts as it likes; head and
    /// first part leave together. Of HEAD and of statuses without a body only the head leaves, whatever is written.
    /// </summary>
    public sealed class WebResponse
    {
        private const int BufferSize = 1400;
        private const int MostHeaders = 600;

        private readonly byte[] _buffer = new byte[BufferSize];
        private readonly byte[] _headers = new byte[MostHeaders];
        private IWebConnection _connection;
        private int _headersLength;
        private int _used;
        private long _left;
        private bool _http11;
        private bool _isHead;
        private bool _chunked;

        /// <summary>Whether <see cref="Start"/> was called.</summary>
        public bool IsStarted { get; private set; }

        /// <summary>The status; 0 before it is started.</summary>
        public int Status { get; private set; }

        /// <summary>Bytes of the body that were written and belong to the answer.</summary>
        public long BodyBytes { get; private set; }

        /// <summary>Whether the connection is closed behind this answer. Set it before <see cref="Start"/>.</summary>
        public bool CloseAfter { get; set; }

        /// <summary>Whether the connection is gone: nothing more can leave.</summary>
        public bool IsBroken { get; private set; }

        /// <summary>Begins the answer to the next request.</summary>
        internal void Reset(IWebConnection connection, bool http11, bool isHead, bool close)
        {
            _connection = connection;
            _http11 = http11;
            _isHead = isHead;
            CloseAfter = close;
            _headersLength = _used = 0;
            IsStarted = IsBroken = _chunked = false;
            Status = 0;
            BodyBytes = 0;
        }

        /// <summary>Adds a header. Before <see cref="Start"/>.</summary>
        /// <exception cref="ArgumentException">Not ASCII, or with a control character, or too much of it (600 bytes in all).</exception>
        public void AddHeader(string name, string value)
        {
            Append(name);
            Append(": ");
            Append(value);
            _headers[_headersLength++] = (byte)'\r';
            _headers[_headersLength++] = (byte)'\n';
        }

        /// <summary>Starts the answer.</summary>
        /// <param name="status">200 to 599.</param>
        /// <param name="contentType">Null for an answer without a body.</param>
        /// <param name="length">Length of the body in bytes; -1 where it is not known: it is then sent in chunks, and to HTTP/1.0 up to the close.</param>
        public void Start(int status, string contentType, long length)
        {
            IsStarted = true;
            Status = status;
            var hasBody = WebStatus.HasBody(status);
            _chunked = hasBody && length < 0 && _http11;
            CloseAfter |= hasBody && length < 0 && !_http11;
            _left = hasBody && !_isHead ? (length < 0 ? long.MaxValue : length) : 0;
            Head("HTTP/1.1 " + status.ToString() + " " + WebStatus.Words(status) + "\r\n");
            if (contentType != null)
            {
                Head("Content-Type: " + contentType + "\r\nX-Content-Type-Options: nosniff\r\n");
            }

            if (hasBody)
            {
                Head(length >= 0 ? "Content-Length: " + length.ToString() + "\r\n" : _chunked ? "Transfer-Encoding: chunked\r\n" : "");
            }

            Buffer(_headers, 0, _headersLength);
            Head(CloseAfter ? "Connection: close\r\n\r\n" : _http11 ? "\r\n" : "Connection: keep-alive\r\n\r\n");
        }

        /// <summary>Writes a part of the body. What exceeds the length that was told does not leave.</summary>
        /// <returns>False where there is no use in going on: the body is complete, or the connection gone.</returns>
        public bool Write(byte[] bytes, int offset, int count)
        {
            if (count > _left)
            {
                count = (int)_left;
            }

            if (count == 0 || IsBroken)
            {
                return _left > 0 && !IsBroken;
            }

            if (_chunked)
            {
                Head(Hexadecimal(count) + "\r\n");
            }

            Buffer(bytes, offset, count);
            if (_chunked)
            {
                Head("\r\n");
            }

            BodyBytes += count;
            _left -= _left == long.MaxValue ? 0 : count;
            return _left > 0 && !IsBroken;
        }

        /// <summary>Starts an answer with a text as its body, and writes it.</summary>
        public void Text(int status, string contentType, string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Start(status, contentType, bytes.Length);
            Write(bytes, 0, bytes.Length);
        }

        /// <summary>Sends what is left.</summary>
        /// <returns>Whether the answer is whole: another one may follow on the connection.</returns>
        internal bool Finish()
        {
            if (_chunked && !_isHead)
            {
                Head("0\r\n\r\n");
            }

            Flush();
            return !IsBroken && (_left == 0 || _chunked);
        }

        private void Head(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Buffer(bytes, 0, bytes.Length);
        }

        private void Buffer(byte[] bytes, int offset, int count)
        {
            while (count > 0 && !IsBroken)
            {
                if (_used == 0 && count >= _buffer.Length)
                {
                    IsBroken = !_connection.Write(bytes, offset, count);
                    return;
                }

                var part = _buffer.Length - _used < count ? _buffer.Length - _used : count;
                Array.Copy(bytes, offset, _buffer, _used, part);
                _used += part;
                offset += part;
                count -= part;
                if (_used == _buffer.Length)
                {
                    Flush();
                }
            }
        }

        private void Flush()
        {
            if (_used > 0 && !IsBroken)
            {
                IsBroken = !_connection.Write(_buffer, 0, _used);
            }

            _used = 0;
        }

        private void Append(string text)
        {
            if (IsStarted || _headersLength + text.Length + 2 > MostHeaders)
            {
                throw new ArgumentException();
            }

            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < ' ' || text[i] > '~')
                {
                    throw new ArgumentException();
                }

                _headers[_headersLength++] = (byte)text[i];
            }
        }

        private static string Hexadecimal(int number)
        {
            return number.ToString("X");
        }
    }
}
