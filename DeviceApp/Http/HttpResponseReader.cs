using System;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>
    /// Reads one response by asking for its parts, in constant memory: no more is taken off the connection than is asked for, but for
    /// one buffer.
    /// </summary>
    public sealed class HttpResponseReader : IHttpResponseSink
    {
        /// <summary>Name of the failure where the time is up.</summary>
        public const string TimeLimit = "time limit";

        /// <summary>Name of the failure where the connection ended before the response did.</summary>
        public const string Cut = "connection";

        private const int BufferBytes = 1024;
        private const int ReceiveLimitMs = 10000;

        private readonly IConnection _connection;
        private readonly HttpResponseParser _parser;
        private readonly byte[] _received = new byte[BufferBytes];
        private readonly byte[] _body = new byte[BufferBytes];
        private int _bodyAt;
        private int _bodyEnd;
        private bool _headEnded;

        /// <summary>Reads the response to a request that was sent.</summary>
        public HttpResponseReader(IConnection connection, HttpLimits limits)
        {
            _connection = connection;
            _parser = new HttpResponseParser(this, limits);
        }

        /// <summary>The status.</summary>
        public int Status
        {
            get { return _parser.Status; }
        }

        /// <summary>The Location header; null where there is none.</summary>
        public string Location { get; private set; }

        /// <summary>The ETag header; null where there is none.</summary>
        public string ETag { get; private set; }

        /// <summary>The Content-Range header; null where there is none, or it is malformed.</summary>
        public ContentRange Range { get; private set; }

        /// <summary>The Content-Length header; -1 where there is none.</summary>
        public long Length { get; private set; } = -1;

        /// <summary>Whether all of it was read and the connection may be used again.</summary>
        public bool LeavesConnection
        {
            get { return _parser.Done && _parser.KeepAlive && _bodyAt == _bodyEnd; }
        }

        /// <summary>Reads the head.</summary>
        /// <exception cref="LinkException">It is malformed, the connection broke, or the time is up.</exception>
        public void ReadHead(Deadline deadline)
        {
            while (!_headEnded)
            {
                Receive(deadline);
            }
        }

        /// <summary>Reads the next part of the body.</summary>
        /// <returns>Bytes read; 0 at the body's end.</returns>
        /// <exception cref="LinkException">It is malformed, the connection broke, or the time is up.</exception>
        public int Read(byte[] buffer, int offset, int count, Deadline deadline)
        {
            while (_bodyAt == _bodyEnd)
            {
                if (_parser.Done)
                {
                    return 0;
                }

                Receive(deadline);
            }

            var read = count < _bodyEnd - _bodyAt ? count : _bodyEnd - _bodyAt;
            Array.Copy(_body, _bodyAt, buffer, offset, read);
            _bodyAt += read;
            return read;
        }

        /// <inheritdoc/>
        void IHttpResponseSink.OnStatusLine(string line)
        {
        }

        /// <inheritdoc/>
        void IHttpResponseSink.OnHeader(string name, string value)
        {
            if (HttpText.Same(name, "Location"))
            {
                Location = value;
            }
            else if (HttpText.Same(name, "ETag"))
            {
                ETag = value;
            }
            else if (HttpText.Same(name, "Content-Range"))
            {
                Range = ContentRange.Parse(value);
            }
            else if (HttpText.Same(name, "Content-Length"))
            {
                Length = HttpText.ParseLength(value);
            }
        }

        /// <inheritdoc/>
        void IHttpResponseSink.OnHeadersEnd()
        {
            _headEnded = true;
        }

        /// <inheritdoc/>
        void IHttpResponseSink.OnBody(byte[] buffer, int offset, int count)
        {
            Array.Copy(buffer, offset, _body, _bodyEnd, count);
            _bodyEnd += count;
        }

        // What one buffer holds of a body fits in the other.
        private void Receive(Deadline deadline)
        {
            _bodyAt = 0;
            _bodyEnd = 0;
            var left = deadline.Left;
            if (left == 0)
            {
                throw new LinkException(new Failure(TimeLimit, "the response did not come in time", ""));
            }

            var read = _connection.Read(_received, 0, BufferBytes, left < ReceiveLimitMs ? left : ReceiveLimitMs);
            if (read == 0)
            {
                _parser.End();
            }
            else if (_parser.Feed(_received, 0, read) < read && _parser.Error == HttpError.None)
            {
                throw new LinkException(HttpResult.Malformed(HttpError.Excess).Failure);
            }

            if (_parser.Error == HttpError.Truncated)
            {
                throw new LinkException(new Failure(Cut, HttpErrorWords.Of(HttpError.Truncated), ""));
            }

            if (_parser.Error != HttpError.None)
            {
                throw new LinkException(HttpResult.Malformed(_parser.Error).Failure);
            }
        }
    }
}
