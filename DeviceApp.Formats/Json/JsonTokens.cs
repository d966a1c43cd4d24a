namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <summary>
    /// Reads JSON (RFC 8259) of a bounded size into a table of tokens, which is made once and used again: nothing is allocated for
    /// a text. All of the text is judged before any of it can be asked for. Stricter than the RFC where two readers could differ:
    /// names must be unique (compared with their escapes resolved), and <c>\u0000</c> is refused. Not thread-safe.
    /// </summary>
    public sealed partial class JsonTokens
    {
        /// <summary>How many values and names a text may have.</summary>
        public const int MaxTokens = 192;

        /// <summary>How deep objects and arrays may nest.</summary>
        public const int MaxDepth = 8;

        /// <summary>Longest number, in characters: a 64-bit one with its sign has 20.</summary>
        public const int MaxNumber = 20;

        /// <summary>What <see cref="Find"/> gives for a name that is not there.</summary>
        public const int None = -1;

        private readonly JsonScanner _scanner = new JsonScanner();
        private readonly JsonCharacters _one = new JsonCharacters();
        private readonly JsonCharacters _other = new JsonCharacters();
        private readonly JsonKind[] _kinds = new JsonKind[MaxTokens];
        private readonly int[] _starts = new int[MaxTokens];
        private readonly int[] _ends = new int[MaxTokens];
        private readonly int[] _next = new int[MaxTokens];
        private byte[] _bytes;

        /// <summary>What is wrong with the text that was read last.</summary>
        public JsonError Error
        {
            get { return _scanner.Error; }
        }

        /// <summary>How many tokens there are.</summary>
        public int Count { get; private set; }

        /// <summary>Reads a text, which must stay as it is for as long as it is asked for. The value is token 0.</summary>
        /// <returns>False where it is not well-formed or too large: <see cref="Error"/> says why, and there is no token.</returns>
        public bool Read(byte[] bytes, int offset, int count)
        {
            Count = 0;
            _bytes = bytes;
            _scanner.Begin(bytes, offset, count);
            if (!Utf8.IsValid(bytes, offset, count))
            {
                return _scanner.Fail(JsonError.BadUtf8);
            }

            if (Value(0) && (_scanner.Peek() < 0 || _scanner.Fail(JsonError.TrailingBytes)))
            {
                return true;
            }

            Count = 0;
            return false;
        }

        private bool Value(int depth)
        {
            var next = _scanner.Peek();
            switch (next)
            {
                case '{': return Open(JsonKind.Object, depth);
                case '[': return Open(JsonKind.Array, depth);
                case '"': return Text();
                case 't': return Word(JsonKind.True, "true");
                case 'f': return Word(JsonKind.False, "false");
                case 'n': return Word(JsonKind.Null, "null");
                default: return next == '-' || (next >= '0' && next <= '9') ? Number() : _scanner.Refuse(next);
            }
        }

        private bool Open(JsonKind kind, int depth)
        {
            if (depth == MaxDepth)
            {
                return _scanner.Fail(JsonError.TooDeep);
            }

            var token = Add(kind);
            if (token < 0)
            {
                return false;
            }

            _scanner.Take();
            return (kind == JsonKind.Object ? Members(token, depth + 1) : Items(depth + 1)) && Close(token);
        }

        private bool Members(int token, int depth)
        {
            if (_scanner.Peek() == '}')
            {
                _scanner.Take();
                return true;
            }

            while (true)
            {
                var next = _scanner.Peek();
                if (next != '"')
                {
                    return _scanner.Refuse(next);
                }

                if (!Text() || !IsNew(token, Count - 1))
                {
                    return false;
                }

                next = _scanner.Peek();
                if (next != ':')
                {
                    return _scanner.Refuse(next);
                }

                _scanner.Take();
                if (!Value(depth))
                {
                    return false;
                }

                next = _scanner.Peek();
                if (next != ',' && next != '}')
                {
                    return _scanner.Refuse(next);
                }

                _scanner.Take();
                if (next == '}')
                {
                    return true;
                }
            }
        }

        private bool Items(int depth)
        {
            if (_scanner.Peek() == ']')
            {
                _scanner.Take();
                return true;
            }

            while (true)
            {
                if (!Value(depth))
                {
                    return false;
                }

                var next = _scanner.Peek();
                if (next != ',' && next != ']')
                {
                    return _scanner.Refuse(next);
                }

                _scanner.Take();
                if (next == ']')
                {
                    return true;
                }
            }
        }

        private bool Text()
        {
            var token = Add(JsonKind.String);
            _scanner.Take();
            return token >= 0 && _scanner.String() && Close(token);
        }

        private bool Word(JsonKind kind, string word)
        {
            var token = Add(kind);
            return token >= 0 && _scanner.Word(word) && Close(token);
        }

        private bool Number()
        {
            var token = Add(JsonKind.Number);
            return token >= 0 && _scanner.Number(MaxNumber) && Close(token);
        }

        private int Add(JsonKind kind)
        {
            if (Count == MaxTokens)
            {
                _scanner.Fail(JsonError.TooMany);
                return None;
            }

            _kinds[Count] = kind;
            _starts[Count] = _scanner.Position;
            return Count++;
        }

        private bool Close(int token)
        {
            _ends[token] = _scanner.Position;
            _next[token] = Count;
            return true;
        }

        private bool IsNew(int parent, int name)
        {
            for (var earlier = parent + 1; earlier < name; earlier = _next[earlier + 1])
            {
                if (AreSame(earlier, name))
                {
                    return _scanner.Fail(JsonError.DuplicateName);
                }
            }

            return true;
        }

        private bool AreSame(int one, int other)
        {
            Begin(_one, one);
            Begin(_other, other);
            while (true)
            {
                var character = _one.Next();
                if (character != _other.Next())
                {
                    return false;
                }

                if (character < 0)
                {
                    return true;
                }
            }
        }

        // Without the quotes.
        private void Begin(JsonCharacters characters, int token)
        {
            characters.Begin(_bytes, _starts[token] + 1, _ends[token] - 1);
        }
    }
}
