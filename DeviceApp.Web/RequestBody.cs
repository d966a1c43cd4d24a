namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Reads a request's body, of a length that is known or in chunks (RFC 9112 sections 6 and 7.1), into a buffer that never grows. Does
    /// no I/O.
    /// </summary>
    public sealed class RequestBody
    {
        private enum Stage
        {
            FixedBody,
            ChunkSize,
            ChunkData,
            ChunkEnd,
            Trailer,
            Done,
            Failed
        }

        private readonly RequestLines _lines;
        private readonly WebRequest _request;
        private Stage _stage;
        private int _left;
        private int _trailers;

        /// <summary>Reads into <paramref name="request"/>.</summary>
        /// <param name="lines">Collects the lines between chunks, behind the head's.</param>
        /// <param name="request">Takes the body.</param>
        public RequestBody(RequestLines lines, WebRequest request)
        {
            _lines = lines;
            _request = request;
        }

        /// <summary>Whether the body is complete.</summary>
        public bool IsDone
        {
            get { return _stage == Stage.Done; }
        }

        /// <summary>The status to refuse it with, from 400 on; 0 while nothing is wrong.</summary>
        public int Status { get; private set; }

        /// <summary>What is wrong, as one sentence without a full stop.</summary>
        public string Problem { get; private set; }

        /// <summary>Begins a body as the headers have it, which were checked.</summary>
        public void Begin(RequestFraming framing)
        {
            Status = 0;
            Problem = null;
            _trailers = 0;
            _left = framing.Length;
            _stage = framing.Chunked ? Stage.ChunkSize : _left > 0 ? Stage.FixedBody : Stage.Done;
        }

        /// <summary>Takes bytes until they are used up, the body is complete, or it is refused.</summary>
        /// <returns>How many were used.</returns>
        public int Feed(byte[] buffer, int offset, int count)
        {
            var used = 0;
            while (used < count && _stage < Stage.Done)
            {
                if (_stage == Stage.FixedBody || _stage == Stage.ChunkData)
                {
                    used += Data(buffer, offset + used, count - used);
                }
                else
                {
                    LineByte(buffer[offset + used]);
                    used++;
                }
            }

            return used;
        }

        private int Data(byte[] buffer, int offset, int count)
        {
            var part = count < _left ? count : _left;
            System.Array.Copy(buffer, offset, _request.Body, _request.BodyLength, part);
            _request.BodyLength += part;
            _left -= part;
            if (_left == 0)
            {
                _stage = _stage == Stage.ChunkData ? Stage.ChunkEnd : Stage.Done;
            }

            return part;
        }

        private void LineByte(byte b)
        {
            switch (_lines.Accept(b, _stage == Stage.ChunkEnd ? 0 : WebLimits.ChunkLine))
            {
                case RequestLines.Outcome.Complete:
                    Line();
                    break;
                case RequestLines.Outcome.TooLong when _stage == Stage.Trailer:
                    Fail(431, RequestLines.HeadersTooLong);
                    break;
                case RequestLines.Outcome.TooLong:
                    Fail(400, "a malformed chunk");
                    break;
                case RequestLines.Outcome.Bad:
                    Fail(400, RequestLines.BadByte);
                    break;
            }
        }

        private void Line()
        {
            switch (_stage)
            {
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

        private void ChunkSize()
        {
            var size = ChunkLine.Size(_lines.Bytes, _lines.Start, _lines.Length);
            _lines.Drop();
            if (size < 0)
            {
                Fail(400, "a malformed chunk");
            }
            else if (size > WebLimits.Body - _request.BodyLength)
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
