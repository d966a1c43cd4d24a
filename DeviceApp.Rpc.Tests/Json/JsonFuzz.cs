using System;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Tests.Json
{
    /// <summary>Makes texts, well-formed and damaged, and checks what must hold for each; throws where it does not.</summary>
    public sealed class JsonFuzz
    {
        private const string Alphabet = "{}[]:,\"\\/ \t\n0123456789-+.eEtruefalsn'abu\u00fc";

        private readonly JsonTokens _json = new JsonTokens();
        private readonly JsonTokens _again = new JsonTokens();
        private readonly JsonWriter _writer = new JsonWriter(new byte[4096], 4096);
        private readonly JsonWriter _copy = new JsonWriter(new byte[8192], 8192);
        private uint _state;
        private int _names;

        public JsonFuzz(uint seed)
        {
            _state = seed;
        }

        /// <summary>The text that was made last, for whoever wants a second opinion; its first <see cref="Length"/> bytes.</summary>
        public byte[] Bytes { get; private set; }

        /// <summary>Its length.</summary>
        public int Length { get; private set; }

        /// <summary>The reader with that text in it.</summary>
        public JsonTokens Tokens
        {
            get { return _json; }
        }

        /// <summary>A well-formed text: it is read, and what is written from that is read as the same.</summary>
        /// <returns>The error's number.</returns>
        public int WellFormed()
        {
            Make();
            var error = Read();
            if (!_writer.IsFull && error != JsonError.None && error != JsonError.TooMany && error != JsonError.TooDeep)
            {
                throw new InvalidOperationException("refused: " + JsonErrorWords.Of(error));
            }

            return (int)error;
        }

        /// <summary>The same with one to four bytes changed, cut or put in.</summary>
        public int Damaged()
        {
            Make();
            for (var changes = 1 + Next(4); changes > 0 && Length > 0; changes--)
            {
                var at = Next(Length);
                switch (Next(5))
                {
                    case 0: Bytes[at] ^= (byte)(1 << Next(8)); break;
                    case 1: Bytes[at] = (byte)Alphabet[Next(Alphabet.Length)]; break;
                    case 2: Length = at; break;
                    case 3: Array.Copy(Bytes, at + 1, Bytes, at, Length - at - 1); Length--; break;
                    default:
                        if (Length < Bytes.Length)
                        {
                            Array.Copy(Bytes, at, Bytes, at + 1, Length - at);
                            Bytes[at] = (byte)Alphabet[Next(Alphabet.Length)];
                            Length++;
                        }

                        break;
                }
            }

            return (int)Read();
        }

        /// <summary>Characters of JSON in no order.</summary>
        public int Noise()
        {
            Bytes = _writer.Buffer;
            Length = Next(60);
            for (var i = 0; i < Length; i++)
            {
                Bytes[i] = Next(40) == 0 ? (byte)Next(256) : (byte)Alphabet[Next(Alphabet.Length)];
            }

            return (int)Read();
        }

        private void Make()
        {
            _writer.Clear();
            _names = 0;
            Value(0);
            Bytes = _writer.Buffer;
            Length = _writer.Length;
        }

        // Read, written anew, and read again: the same tokens. Every question about every token is asked.
        private JsonError Read()
        {
            var taken = _json.Read(Bytes, 0, Length);
            if (taken != (_json.Error == JsonError.None) || taken != (_json.Count > 0))
            {
                throw new InvalidOperationException("the reader contradicts itself");
            }

            if (!taken)
            {
                return _json.Error;
            }

            _copy.Clear();
            Copy(0);
            if (_copy.IsFull || !_again.Read(_copy.Buffer, 0, _copy.Length) || _again.Count != _json.Count)
            {
                throw new InvalidOperationException("what was read cannot be written and read again");
            }

            for (var token = 0; token < _json.Count; token++)
            {
                if (_json.Kind(token) != _again.Kind(token) || _json.After(token) != _again.After(token) || _json.Text(token, 4096) != _again.Text(token, 4096))
                {
                    throw new InvalidOperationException("token " + token.ToString() + " is another one when read again");
                }
            }

            return JsonError.None;
        }

        private void Copy(int token)
        {
            switch (_json.Kind(token))
            {
                case JsonKind.Object:
                    _copy.BeginObject();
                    for (var name = _json.First(token); name < _json.After(token); name = _json.After(name + 1))
                    {
                        _copy.Name(_json.Text(name, 4096));
                        Copy(name + 1);
                    }

                    _copy.EndObject();
                    break;
                case JsonKind.Array:
                    _copy.BeginArray();
                    for (var item = _json.First(token); item < _json.After(token); item = _json.After(item))
                    {
                        Copy(item);
                    }

                    _copy.EndArray();
                    break;
                case JsonKind.String: _copy.Text(_json.Text(token, 4096)); break;
                case JsonKind.Number:
                    long value;
                    if (_json.TryInteger(token, long.MinValue, long.MaxValue, out value))
                    {
                        _copy.Number(value);
                    }
                    else
                    {
                        _copy.Raw(Bytes, _json.Start(token), _json.Length(token));
                    }

                    break;
                case JsonKind.Null: _copy.Null(); break;
                default: _copy.Flag(_json.Kind(token) == JsonKind.True); break;
            }
        }

        private void Value(int depth)
        {
            switch (Next(depth > 6 ? 5 : 8))
            {
                case 0: _writer.Null(); break;
                case 1: _writer.Flag(Next(2) == 0); break;
                case 2: _writer.Number(((long)Next(1 << 30) << Next(33)) * (Next(2) == 0 ? 1 : -1)); break;
                case 3: _writer.Text(Word()); break;
                case 4: _writer.Raw(s_numbers, 0, 2 + Next(s_numbers.Length - 2)); break;
                case 5:
                    _writer.BeginArray();
                    for (var items = Next(5); items > 0; items--)
                    {
                        Value(depth + 1);
                    }

                    _writer.EndArray();
                    break;
                default:
                    _writer.BeginObject();
                    for (var members = Next(5); members > 0; members--)
                    {
                        _writer.Name(Word() + (_names++).ToString());
                        Value(depth + 1);
                    }

                    _writer.EndObject();
                    break;
            }
        }

        private static readonly byte[] s_numbers = { (byte)'-', (byte)'1', (byte)'2', (byte)'3', (byte)'4', (byte)'5', (byte)'6', (byte)'7' };

        private string Word()
        {
            var word = "";
            for (var length = Next(6); length > 0; length--)
            {
                switch (Next(12))
                {
                    case 0: word += "\u00fc"; break;
                    case 1: word += "\ud83d\ude00"; break;
                    case 2: word += "\""; break;
                    case 3: word += "\\"; break;
                    case 4: word += "\n"; break;
                    default: word += (char)('a' + Next(26)); break;
                }
            }

            return word;
        }

        // xorshift32 (Marsaglia 2003).
        private int Next(int limit)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)limit);
        }
    }
}
