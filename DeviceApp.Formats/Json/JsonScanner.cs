namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <summary>Finds where strings, numbers and words end, and whether they are well-formed (RFC 8259). The bytes must be UTF-8.</summary>
    internal sealed class JsonScanner
    {
        private byte[] _bytes;
        private int _end;

        /// <summary>What is wrong.</summary>
        public JsonError Error { get; private set; }

        /// <summary>Index of the next byte.</summary>
        public int Position { get; private set; }

        /// <summary>Begins.</summary>
        public void Begin(byte[] bytes, int offset, int count)
        {
            _bytes = bytes;
            _end = offset + count;
            Position = offset;
            Error = JsonError.None;
        }

        /// <summary>Passes over white space.</summary>
        /// <returns>The byte that follows; -1 at the end.</returns>
        public int Peek()
        {
            while (Position < _end)
            {
                var c = _bytes[Position];
                if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
                {
                    return c;
                }

                Position++;
            }

            return -1;
        }

        /// <summary>Passes over the byte that <see cref="Peek"/> gave.</summary>
        public void Take()
        {
            Position++;
        }

        /// <summary>Keeps the first error.</summary>
        public bool Fail(JsonError error)
        {
            if (Error == JsonError.None)
            {
                Error = error;
            }

            return false;
        }

        /// <summary>Fails for a byte that cannot stand here, or for the end.</summary>
        public bool Refuse(int next)
        {
            return Fail(next < 0 ? JsonError.Truncated : JsonError.Unexpected);
        }

        /// <summary>Passes over <c>true</c>, <c>false</c> or <c>null</c>.</summary>
        public bool Word(string word)
        {
            for (var i = 0; i < word.Length; i++, Position++)
            {
                if (Position >= _end || _bytes[Position] != word[i])
                {
                    return Refuse(Position >= _end ? -1 : 0);
                }
            }

            return true;
        }

        /// <summary>Passes over a string whose first quote was taken, with its last one.</summary>
        public bool String()
        {
            while (Position < _end)
            {
                int c = _bytes[Position++];
                if (c == '"')
                {
                    return true;
                }

                if (c < ' ')
                {
                    return Fail(JsonError.ControlCharacter);
                }

                if (c == '\\' && !Escape())
                {
                    return false;
                }
            }

            return Fail(JsonError.Truncated);
        }

        /// <summary>Passes over a number of at most <paramref name="most"/> characters.</summary>
        public bool Number(int most)
        {
            var start = Position;
            if (_bytes[Position] == '-')
            {
                Position++;
            }

            var leadingZero = Position < _end && _bytes[Position] == '0';
            var digits = Digits();
            var wellFormed = digits == 1 || (digits > 1 && !leadingZero);
            if (wellFormed && Position < _end && _bytes[Position] == '.')
            {
                Position++;
                wellFormed = Digits() > 0;
            }

            if (wellFormed && Position < _end && (_bytes[Position] | 0x20) == 'e')
            {
                Position++;
                if (Position < _end && (_bytes[Position] == '+' || _bytes[Position] == '-'))
                {
                    Position++;
                }

                wellFormed = Digits() > 0;
            }

            return !wellFormed ? Fail(JsonError.BadNumber) : Position - start <= most || Fail(JsonError.NumberTooLong);
        }

        private int Digits()
        {
            var start = Position;
            while (Position < _end && _bytes[Position] >= '0' && _bytes[Position] <= '9')
            {
                Position++;
            }

            return Position - start;
        }

        private bool Escape()
        {
            if (Position >= _end)
            {
                return Fail(JsonError.Truncated);
            }

            switch ((char)_bytes[Position++])
            {
                case '"':
                case '\\':
                case '/':
                case 'b':
                case 'f':
                case 'n':
                case 'r':
                case 't': return true;
                case 'u': return Unicode();
                default: return Fail(JsonError.BadEscape);
            }
        }

        private bool Unicode()
        {
            var unit = Unit();
            if (unit < 0)
            {
                return false;
            }

            if (unit == 0)
            {
                return Fail(JsonError.ControlCharacter);
            }

            if (JsonCharacters.IsLowSurrogate(unit))
            {
                return Fail(JsonError.LoneSurrogate);
            }

            if (!JsonCharacters.IsHighSurrogate(unit))
            {
                return true;
            }

            if (_end - Position < 2 || _bytes[Position] != '\\' || _bytes[Position + 1] != 'u')
            {
                return Fail(JsonError.LoneSurrogate);
            }

            Position += 2;
            var low = Unit();
            return low >= 0 && (JsonCharacters.IsLowSurrogate(low) || Fail(JsonError.LoneSurrogate));
        }

        private int Unit()
        {
            var unit = _end - Position < 4 ? -1 : JsonCharacters.Hex4(_bytes, Position);
            if (unit < 0)
            {
                Fail(_end - Position < 4 ? JsonError.Truncated : JsonError.BadEscape);
            }

            Position += 4;
            return unit;
        }
    }
}
