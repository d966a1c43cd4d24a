using System.Text;

namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <summary>
    /// Writes JSON into a buffer of a fixed size. What does not fit is not written at all, and <see cref="IsFull"/> stays true: the
    /// buffer then holds no whole document. Commas are set by themselves.
    /// </summary>
    public sealed class JsonWriter
    {
        private const string Hex = "0123456789abcdef";

        private readonly byte[] _buffer;
        private readonly int _limit;
        private bool _comma;

        /// <summary>Writes to the first <paramref name="limit"/> bytes of a buffer.</summary>
        public JsonWriter(byte[] buffer, int limit)
        {
            _buffer = buffer;
            _limit = limit;
        }

        /// <summary>What is written to.</summary>
        public byte[] Buffer
        {
            get { return _buffer; }
        }

        /// <summary>How many bytes were written.</summary>
        public int Length { get; private set; }

        /// <summary>Whether something did not fit.</summary>
        public bool IsFull { get; private set; }

        /// <summary>How many bytes still fit.</summary>
        public int Left
        {
            get { return _limit - Length; }
        }

        /// <summary>Begins anew.</summary>
        public void Clear()
        {
            CutTo(0);
        }

        /// <summary>Takes back what was written behind the first <paramref name="length"/> bytes, which must end where a name or value begins or ends.</summary>
        public void CutTo(int length)
        {
            Length = length;
            IsFull = false;
            var last = length == 0 ? '{' : (char)_buffer[length - 1];
            _comma = last != '{' && last != '[' && last != ':';
        }

        /// <summary>Begins an object.</summary>
        public void BeginObject()
        {
            Open('{');
        }

        /// <summary>Ends an object.</summary>
        public void EndObject()
        {
            Close('}');
        }

        /// <summary>Begins an array.</summary>
        public void BeginArray()
        {
            Open('[');
        }

        /// <summary>Ends an array.</summary>
        public void EndArray()
        {
            Close(']');
        }

        /// <summary>The name of what is written next.</summary>
        public void Name(string name)
        {
            Text(name);
            Put(':');
            _comma = false;
        }

        /// <summary>A string; null is written as null.</summary>
        public void Text(string text)
        {
            if (text == null)
            {
                Null();
                return;
            }

            Separate();
            Put('"');
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var i = 0; i < bytes.Length && !IsFull; i++)
            {
                Character(bytes[i]);
            }

            Put('"');
        }

        /// <summary>A name and a string; null is written as null.</summary>
        public void Text(string name, string text)
        {
            Name(name);
            Text(text);
        }

        /// <summary>A name and a whole number.</summary>
        public void Number(string name, long number)
        {
            Name(name);
            Number(number);
        }

        /// <summary>A name, and true or false.</summary>
        public void Flag(string name, bool flag)
        {
            Name(name);
            Flag(flag);
        }

        /// <summary>A whole number.</summary>
        public void Number(long number)
        {
            Separate();
            Word(number.ToString());
        }

        /// <summary>True or false.</summary>
        public void Flag(bool flag)
        {
            Separate();
            Word(flag ? "true" : "false");
        }

        /// <summary>Null.</summary>
        public void Null()
        {
            Separate();
            Word("null");
        }

        /// <summary>A value as it stands elsewhere.</summary>
        public void Raw(byte[] bytes, int offset, int count)
        {
            Separate();
            if (Reserve(count))
            {
                System.Array.Copy(bytes, offset, _buffer, Length, count);
                Length += count;
            }
        }

        /// <summary>Bytes, as a string of base64.</summary>
        public void Base64(byte[] bytes, int offset, int count)
        {
            Separate();
            Put('"');
            if (Reserve(Json.Base64.EncodedLength(count)))
            {
                Length += Json.Base64.Encode(bytes, offset, count, _buffer, Length);
            }

            Put('"');
        }

        /// <summary>Bytes that are no value, as a line's end.</summary>
        public void Word(string ascii)
        {
            if (Reserve(ascii.Length))
            {
                for (var i = 0; i < ascii.Length; i++)
                {
                    _buffer[Length++] = (byte)ascii[i];
                }
            }
        }

        private void Character(byte c)
        {
            if (c == '"' || c == '\\')
            {
                Put('\\');
                Put((char)c);
            }
            else if (c < ' ' || c == 0x7F)
            {
                Word("\\u00");
                Put(Hex[c >> 4]);
                Put(Hex[c & 15]);
            }
            else if (Reserve(1))
            {
                _buffer[Length++] = c;
            }
        }

        private void Open(char bracket)
        {
            Separate();
            Put(bracket);
            _comma = false;
        }

        private void Close(char bracket)
        {
            Put(bracket);
            _comma = true;
        }

        private void Separate()
        {
            if (_comma)
            {
                Put(',');
            }

            _comma = true;
        }

        private void Put(char c)
        {
            if (Reserve(1))
            {
                _buffer[Length++] = (byte)c;
            }
        }

        private bool Reserve(int count)
        {
            if (IsFull || count > Left)
            {
                IsFull = true;
                return false;
            }

            return true;
        }
    }
}
