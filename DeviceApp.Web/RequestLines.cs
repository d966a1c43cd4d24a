namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Collects lines in one fixed buffer. A line ends at CR LF and at nothing else: where one reader takes a bare LF or CR
    /// for a line's end and another does not, the two see different requests.
    /// </summary>
    public sealed class RequestLines
    {
        /// <summary>What became of a byte.</summary>
        public enum Outcome
        {
            /// <summary>The line goes on.</summary>
            More,

            /// <summary>It is complete.</summary>
            Complete,

            /// <summary>It is longer than its limit.</summary>
            TooLong,

            /// <summary>A byte that may not stand there.</summary>
            Bad
        }

        /// <summary>What is wrong where <see cref="Outcome.Bad"/> comes.</summary>
        public const string BadByte = "a control character or a bare line end";

        /// <summary>What is wrong where <see cref="Outcome.TooLong"/> comes in a header or a trailer.</summary>
        public const string HeadersTooLong = "the headers are too long";

        private readonly byte[] _bytes = new byte[WebLimits.Head + WebLimits.ChunkLine];
        private bool _return;

        /// <summary>The buffer.</summary>
        public byte[] Bytes
        {
            get { return _bytes; }
        }

        /// <summary>Where the line begins.</summary>
        public int Start { get; private set; }

        /// <summary>How long it is so far.</summary>
        public int Length { get; private set; }

        /// <summary>Takes one byte.</summary>
        /// <param name="limit">How long the line may be: what is left of the head, or a chunk's line behind it.</param>
        public Outcome Accept(byte b, int limit)
        {
            if (_return)
            {
                _return = false;
                return b == (byte)'\n' ? Outcome.Complete : Outcome.Bad;
            }

            if (b == (byte)'\r')
            {
                _return = true;
                return Outcome.More;
            }

            if ((b < 0x20 && b != (byte)'\t') || b == 0x7F)
            {
                return Outcome.Bad;
            }

            if (Length >= limit)
            {
                return Outcome.TooLong;
            }

            _bytes[Start + Length] = b;
            Length++;
            return Outcome.More;
        }

        /// <summary>Keeps the line; the next one comes behind it.</summary>
        public void Keep()
        {
            Start += Length;
            Length = 0;
        }

        /// <summary>The next line takes this one's place.</summary>
        public void Drop()
        {
            Length = 0;
        }

        /// <summary>Empties the buffer.</summary>
        public void Reset()
        {
            Start = 0;
            Length = 0;
            _return = false;
        }
    }
}
