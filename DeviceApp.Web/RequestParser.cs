using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Reads HTTP/1.x requests from bytes as they arrive, however they are split, in buffers that never grow (RFC 9112). Does no
    /// I/O. One after the other: <see cref="Reset"/> begins the next.
    /// </summary>
    public sealed class RequestParser
    {
        private enum Stage
        {
            RequestLine,
            Header,
            FixedBody,
            ChunkSize,
            ChunkData,
            ChunkEnd,
            Trailer,
            Done,
            Failed
        }

        private readonly RequestLines _lines = new RequestLines();
        private readonly RequestFraming _framing = new RequestFraming();
        private readonly RequestTarget _target = new RequestTarget();
        private Stage _stage;
        private bool _begun;
        private int _left;
        private int _trailers;

        /// <summary>Waits for a request.</summary>
        public RequestParser()
        {
            Request = new WebRequest(_lines.Bytes, new byte[WebLimits.Body]);
            Reset();
        }

        /// <summary>The request; whole once <see cref="IsDone"/>.</summary>
        public WebRequest Request { get; }

        /// <summary>Whether the request is complete.</summary>
        public bool IsDone
        {
            get { return _stage == Stage.Done; }
        }

        /// <summary>Whether it was refused: nothing more is read.</summary>
        public bool HasFailed
        {
            get { return _stage == Stage.Failed; }
        }

        /// <summary>Whether the head is complete and the body is not.</summary>
        public bool IsInBody
        {
            get { return _stage > Stage.Header && _stage < Stage.Done; }
        }

        /// <summary>Whether a byte of the request has come.</summary>
        public bool HasBegun
        {
            get { return _begun; }
        }

        /// <summary>The status to refuse it with, from 400 on; 0 while nothing is wrong.</summary>
        public int Status { get; private set; }

        /// <summary>What is wrong, as one sentence without a full stop; says nothing of what the peer chose.</summary>
        public string Problem { get; private set; }

        /// <summary>Whether the connection may be used again. Meaningful once <see cref="IsDone"/>.</summary>
        public bool KeepAlive
        {
            get { return _framing.KeepsAlive(Request.IsHttp11); }
        }

        /// <summary>Whether the client waits for <c>100 Continue</c> before it sends the body.</summary>
        public bool ExpectsContinue
        {
            get { return IsInBody && _framing.ExpectsContinue && Request.IsHttp11; }
        }

        /// <summary>Begins the next request.</summary>
        public void Reset()
        {
            _lines.Reset();
            _framing.Reset();
            Request.Reset();
            _stage = Stage.RequestLine;
            _begun = false;
            _trailers = 0;
            Status = 0;
            Problem = null;
        }

        /// <summary>Takes bytes until they are used up, the request is complete, or it is refused.</summary>
        /// <returns>How many were used.</returns>
        public int Feed(byte[] buffer, int offset, int count)
        {
            var used = 0;
            while (used < count && _stage < Stage.Done)
            {
                _begun = true;
                if (_stage == Stage.FixedBody || _stage == Stage.ChunkData)
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

        private int Body(byte[] buffer, int offset, int count)
        {
            var part = count < _left ? count : _left;
            System.Array.Copy(buffer, offset, Request.Body, Request.BodyLength, part);
            Request.BodyLength += part;
            _left -= part;
            if (_left == 0)
            {
                _stage = _stage == Stage.ChunkData ? Stage.ChunkEnd : Stage.Done;
            }

            return part;
        }

        private void LineByte(byte b)
        {
            switch (_lines.Accept(b, LineLimit))
            {
                case RequestLines.Outcome.Complete:
                    Line();
                    break;
                case RequestLines.Outcome.TooLong:
                    TooLong();
                    break;
                case RequestLines.Outcome.Bad:
                    Fail(400, "a control character or a bare line end");
                    break;
            }
        }

        private int LineLimit
        {
            get
            {
                switch (_stage)
                {
                    case Stage.RequestLine: return WebLimits.RequestLine;
                    case Stage.Header: return WebLimits.Head - _lines.Start < WebLimits.HeaderLine ? WebLimits.Head - _lines.Start : WebLimits.HeaderLine;
                    case Stage.ChunkEnd: return 0;
                    default: return WebLimits.ChunkLine;
                }
            }
        }

        private void TooLong()
        {
            switch (_stage)
            {
                case Stage.RequestLine:
                    Fail(414, "the request line is too long");
                    break;
                case Stage.Header:
                case Stage.Trailer:
                    Fail(431, "the headers are too long");
                    break;
                default:
                    Fail(400, "a malformed chunk");
                    break;
            }
        }

        private void Line()
        {
            switch (_stage)
            {
                case Stage.RequestLine:
                    RequestLine();
                    break;
                case Stage.Header:
                    if (_lines.Length == 0) HeadersEnd();
                    else Header();
                    break;
                case Stage.ChunkSize:
                    ChunkSize();
                    break;
                case Stage.ChunkEnd:
                    _stage = Stage.ChunkSize;
                    break;
                default:
                    Trailer();
                    break;
            }
        }

        private void RequestLine()
        {
            // One empty line is tolerated (RFC 9112 section 2.2): old clients sent one behind a body.
            if (_lines.Length == 0)
            {
                if (_trailers++ > 0) Fail(400, "no request line");
                return;
            }

            _trailers = 0;
            var error = RequestLineReader.Read(_lines.Bytes, _lines.Length, _target, Request);
            if (error != 0)
            {
                Fail(error, error == 414 ? "the path is too long" : error == 505 ? "a version other than HTTP/1" : "a malformed request line");
                return;
            }

            _lines.Keep();
            _stage = Stage.Header;
        }

        private void Header()
        {
            var bytes = _lines.Bytes;
            var start = _lines.Start;
            var end = start + _lines.Length;
            var colon = start;
            while (colon < end && HttpText.IsTokenCharacter((char)bytes[colon]))
            {
                colon++;
            }

            // A line that begins with a blank continues the one before for some readers, and a blank before the colon is part of the name for others.
            if (colon == start || colon == end || bytes[colon] != (byte)':')
            {
                Fail(400, "a malformed header");
                return;
            }

            var value = colon + 1;
            while (value < end && ByteText.IsBlank(bytes[value]))
            {
                value++;
            }

            while (end > value && ByteText.IsBlank(bytes[end - 1]))
            {
                end--;
            }

            var error = _framing.Accept(bytes, start, colon - start, value, end - value);
            if (error != 0)
            {
                Fail(error, _framing.Problem);
            }
            else if (!Request.Add(start, colon - start, value, end - value))
            {
                Fail(431, "too many headers");
            }
            else
            {
                _lines.Keep();
            }
        }

        private void HeadersEnd()
        {
            var error = _framing.Check(Request.IsHttp11);
            if (error != 0)
            {
                Fail(error, _framing.Problem);
                return;
            }

            if (_target.Authority != null && _target.Authority != Request.Header("Host"))
            {
                Fail(400, "a target and a Host that differ");
                return;
            }

            _left = _framing.Length;
            _stage = _framing.Chunked ? Stage.ChunkSize : _left > 0 ? Stage.FixedBody : Stage.Done;
        }

        private void ChunkSize()
        {
            var size = ChunkLine.Size(_lines.Bytes, _lines.Start, _lines.Length);
            _lines.Drop();
            if (size < 0)
            {
                Fail(400, "a malformed chunk");
            }
            else if (size > WebLimits.Body - Request.BodyLength)
            {
                Fail(413, "the body is longer than " + WebLimits.Body.ToString() + " bytes");
            }
            else
            {
                _left = size;
                _stage = size == 0 ? Stage.Trailer : Stage.ChunkData;
            }
        }

        // Read and dropped: they must not change what the headers said.
        private void Trailer()
        {
            _trailers += _lines.Length;
            if (_lines.Length == 0)
            {
                _stage = Stage.Done;
            }
            else if (_trailers > WebLimits.Trailers)
            {
                Fail(431, "the trailers are too long");
            }

            _lines.Drop();
        }

        private void Fail(int status, string problem)
        {
            Status = status;
            Problem = problem;
            _stage = Stage.Failed;
        }
    }
}
