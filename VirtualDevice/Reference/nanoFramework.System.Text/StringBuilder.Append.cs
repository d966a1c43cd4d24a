namespace System.Text
{
    /// <content>Adding at the end.</content>
    public sealed partial class StringBuilder
    {
        /// <summary>Adds one character.</summary>
        public StringBuilder Append(char value)
        {
            EnsureRoom(1);
            _chars[_length++] = value;
            return this;
        }

        /// <summary>Adds a character a number of times.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A negative number, or above the maximum.</exception>
        public StringBuilder Append(char value, int repeatCount)
        {
            if (repeatCount < 0)
            {
                throw new ArgumentOutOfRangeException();
            }

            EnsureRoom(repeatCount);
            while (repeatCount-- > 0)
            {
                _chars[_length++] = value;
            }

            return this;
        }

        /// <summary>Adds characters; null adds nothing.</summary>
        public StringBuilder Append(char[] value) => value == null ? this : Append(value, 0, value.Length);

        /// <summary>Adds part of some characters.</summary>
        /// <exception cref="ArgumentOutOfRangeException">No characters, or the part ends outside them.</exception>
        public StringBuilder Append(char[] value, int startIndex, int charCount)
        {
            if (value == null || startIndex < 0 || charCount < 0 || startIndex > value.Length - charCount)
            {
                throw new ArgumentOutOfRangeException();
            }

            EnsureRoom(charCount);
            Array.Copy(value, startIndex, _chars, _length, charCount);
            _length += charCount;
            return this;
        }

        /// <summary>Adds a text; null adds nothing.</summary>
        public StringBuilder Append(string value)
        {
            if (value != null)
            {
                Store(value);
            }

            return this;
        }

        /// <summary>Adds part of a text.</summary>
        /// <exception cref="ArgumentOutOfRangeException">No text, or the part ends outside it.</exception>
        public StringBuilder Append(string value, int startIndex, int count)
        {
            if (value == null || startIndex < 0 || count < 0 || startIndex > value.Length - count)
            {
                throw new ArgumentOutOfRangeException();
            }

            Store(value.Substring(startIndex, count));
            return this;
        }

        /// <summary>Adds the object's text; null adds nothing.</summary>
        public StringBuilder Append(object value) => value == null ? this : Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(bool value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(byte value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(short value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(int value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(long value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(sbyte value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(ushort value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(uint value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(ulong value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(float value) => Append(value.ToString());

        /// <summary>Adds the value's text.</summary>
        public StringBuilder Append(double value) => Append(value.ToString());

        /// <summary>Adds a text and carriage return, line feed.</summary>
        public StringBuilder AppendLine(string str) => Append(str).AppendLine();

        /// <summary>Adds carriage return, line feed.</summary>
        public StringBuilder AppendLine() => Append("\r\n");
    }
}
