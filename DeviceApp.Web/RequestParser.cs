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
            Body,
            Done,
            Failed
        }

        private readonly RequestLines _lines = new RequestLines();
        private readonly RequestFraming _framing = new RequestFraming();
        private readonly RequestTarget _target = new RequestTarget();
        private readonly RequestBody _body;
        private Stage _stage;
        private bool _hadEmptyLine;

        /// <summary>Waits for a request.</summary>
        public RequestParser()
        {
            Request = new WebRequest(_lines.Bytes, new byte[WebLimits.Body]);
            _body = new RequestBody(_lines, Request);
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
            get { return _stage == Stage.Body; }
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
            _hadEmptyLine = false;
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
                if (_stage == Stage.Body)
                {
                    used += _body.Feed(buffer, offset + used, count - used);
                    LookAtBody();
                }
                else
                {
                    LineByte(buffer[offset + used]);
                    used++;
                }
            }

            return used;
        }

        private void LookAtBody()
        {
            if (_body.Status != 0)
            {
                Fail(_body.Status, _body.Problem);
            }
            else if (_body.IsDone)
            {
                _stage = Stage.Done;
            }
        }

        private void LineByte(byte b)
        {
            switch (_lines.Accept(b, LineLimit))
            {
                case RequestLines.Outcome.Complete:
                    Line();
                    break;
                case RequestLines.Outcome.TooLong when _stage == Stage.RequestLine:
                    Fail(414, "the request line is too long");
                    break;
                case RequestLines.Outcome.TooLong:
                    Fail(431, RequestLines.HeadersTooLong);
                    break;
                case RequestLines.Outcome.Bad:
                    Fail(400, RequestLines.BadByte);
                    break;
            }
        }

        private int LineLimit
        {
            get
            {
                var left = WebLimits.Head - _lines.Start;
                return _stage == Stage.RequestLine ? WebLimits.RequestLine : left < WebLimits.HeaderLine ? left : WebLimits.HeaderLine;
            }
        }

        private void Line()
        {
            if (_stage == Stage.RequestLine)
            {
                RequestLine();
            }
            else if (_lines.Length == 0)
            {
                HeadersEnd();
            }
            else
            {
                Header();
            }
        }

        private void RequestLine()
        {
            // One empty line is tolerated (RFC 9112 section 2.2): old clients sent one behind a body.
            if (_lines.Length == 0)
            {
                if (_hadEmptyLine) Fail(400, "no request line");
                _hadEmptyLine = true;
                return;
            }

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

            _stage = Stage.Body;
            _body.Begin(_framing);
            LookAtBody();
        }

        private void Fail(int status, string problem)
        {
            Status = status;
            Problem = problem;
            _stage = Stage.Failed;
        }
    }
}
