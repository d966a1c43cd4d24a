using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>
    /// Reads one HTTP/1.x response from bytes as they arrive, however they are split, in constant memory. Does no I/O.
    /// </summary>
    public sealed class HttpResponseParser
    {
        private enum Stage
        {
            StatusLine,
            Header,
            FixedBody,
            OpenBody,
            ChunkSize,
            ChunkData,
            ChunkEnd,
            Trailer,
            Done,
            Failed
        }

        private readonly IHttpResponseSink _sink;
        private readonly HttpLimits _limits;
        private readonly HttpLineBuffer _line;
        private HttpFraming _framing = new HttpFraming();
        private Stage _stage = Stage.StatusLine;
        private int _minor;
        private int _headBytes;
        private long _left;

        /// <summary>Passes one response to <paramref name="sink"/>.</summary>
        public HttpResponseParser(IHttpResponseSink sink, HttpLimits limits)
        {
            _sink = sink;
            _limits = limits;
            _line = new HttpLineBuffer(limits.Line);
        }

        /// <summary>The status, or 0 while it is not known.</summary>
        public int Status { get; private set; }

        /// <summary>What is wrong; nothing more is read after it.</summary>
        public HttpError Error { get; private set; }

        /// <summary>Bytes of the body so far, decoded.</summary>
        public long BodyBytes { get; private set; }

        /// <summary>Whether the response is complete.</summary>
        public bool Done
        {
            get { return _stage == Stage.Done; }
        }

        /// <summary>Whether the connection may be used again. Meaningful once <see cref="Done"/>.</summary>
        public bool KeepAlive { get; private set; }

        /// <summary>Takes bytes until they are used up, the response is complete, or an <see cref="Error"/>.</summary>
        /// <returns>How many were used.</returns>
        public int Feed(byte[] buffer, int offset, int count)
        {
            var used = 0;
            while (used < count && _stage < Stage.Done)
            {
                if (_stage == Stage.FixedBody || _stage == Stage.OpenBody || _stage == Stage.ChunkData)
                {
                    used += Body(buffer, offset + used, count - used);
                }
                else
                {
                    LineByte(buffer[offset + used]);
                    used++;
                }
            }

            return used;
        }

        /// <summary>Tells that the connection was closed: that ends a body without a length, and cuts short everything else.</summary>
        public void End()
        {
            if (_stage == Stage.OpenBody)
            {
                _stage = Stage.Done;
            }
            else if (_stage < Stage.Done)
            {
                Fail(HttpError.Truncated);
            }
        }

        private int Body(byte[] buffer, int offset, int count)
        {
            var part = _stage == Stage.OpenBody || count < _left ? count : (int)_left;
            if (BodyBytes + part > _limits.Body)
            {
                Fail(HttpError.BodyTooLong);
                return 0;
            }

            BodyBytes += part;
            _sink.OnBody(buffer, offset, part);
            if (_stage != Stage.OpenBody)
            {
                _left -= part;
                if (_left == 0)
                {
                    _stage = _stage == Stage.ChunkData ? Stage.ChunkEnd : Stage.Done;
                }
            }

            return part;
        }

        private void LineByte(byte b)
        {
            var error = _line.Accept(b);
            if (error == HttpError.None && (_stage <= Stage.Header || _stage == Stage.Trailer) && ++_headBytes > _limits.Head)
            {
                error = HttpError.HeadTooLong;
            }

            if (error == HttpError.None && _line.Complete)
            {
                error = Line(_line.Take());
            }

            if (error != HttpError.None)
            {
                Fail(error);
            }
        }

        private HttpError Line(string line)
        {
            switch (_stage)
            {
                case Stage.StatusLine: return StatusLine(line);
                case Stage.Header: return line.Length == 0 ? HeadersEnd() : Header(line);
                case Stage.ChunkSize: return ChunkSize(line);
                case Stage.ChunkEnd:
                    _stage = Stage.ChunkSize;
                    return line.Length == 0 ? HttpError.None : HttpError.BadChunk;
                default:
                    // Trailers are read and dropped: they must not change what the headers said.
                    if (line.Length == 0)
                    {
                        _stage = Stage.Done;
                    }

                    return HttpError.None;
            }
        }

        private HttpError StatusLine(string line)
        {
            Status = HttpStatusLine.Parse(line, out _minor);

            // 101 would hand the connection to another protocol, which was not asked for.
            if (Status < 0 || Status == 101)
            {
                Status = 0;
                return HttpError.BadStatusLine;
            }

            _framing = new HttpFraming();
            _stage = Stage.Header;
            if (Status >= 200)
            {
                _sink.OnStatusLine(line);
            }

            return HttpError.None;
        }

        private HttpError Header(string line)
        {
            var colon = 0;
            while (colon < line.Length && HttpText.IsTokenCharacter(line[colon]))
            {
                colon++;
            }

            if (colon == 0 || colon == line.Length || line[colon] != ':')
            {
                return HttpError.BadHeader;
            }

            var name = line.Substring(0, colon);
            var value = line.Substring(colon + 1).Trim();
            var error = _framing.Accept(name, value);
            if (error == HttpError.None && Status >= 200)
            {
                _sink.OnHeader(name, value);
            }

            return error;
        }

        private HttpError HeadersEnd()
        {
            var error = _framing.Check();
            if (error != HttpError.None)
            {
                return error;
            }

            if (Status < 200)
            {
                _stage = Stage.StatusLine;
                return HttpError.None;
            }

            _sink.OnHeadersEnd();
            KeepAlive = _framing.KeepsAlive(_minor);
            if (Status == 204 || Status == 304)
            {
                _stage = Stage.Done;
            }
            else if (_framing.Chunked)
            {
                _stage = Stage.ChunkSize;
            }
            else if (_framing.Length >= 0)
            {
                return FixedBody(_framing.Length);
            }
            else
            {
                KeepAlive = false;
                _stage = Stage.OpenBody;
            }

            return HttpError.None;
        }

        private HttpError FixedBody(long length)
        {
            // Known to be too long before its first byte: refuse it then.
            if (length > _limits.Body)
            {
                return HttpError.BodyTooLong;
            }

            _left = length;
            _stage = length == 0 ? Stage.Done : Stage.FixedBody;
            return HttpError.None;
        }

        private HttpError ChunkSize(string line)
        {
            var size = HttpText.ParseChunkSize(line);
            if (size < 0)
            {
                return HttpError.BadChunk;
            }

            if (BodyBytes + size > _limits.Body)
            {
                return HttpError.BodyTooLong;
            }

            _left = size;
            _stage = size == 0 ? Stage.Trailer : Stage.ChunkData;
            return HttpError.None;
        }

        private void Fail(HttpError error)
        {
            Error = error;
            KeepAlive = false;
            _stage = Stage.Failed;
        }
    }
}
