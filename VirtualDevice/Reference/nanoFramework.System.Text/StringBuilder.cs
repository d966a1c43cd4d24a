namespace System.Text
{
    /// <summary>Text that is built piece by piece: 32,767 characters at most.</summary>
    /// <remarks>Backed by one array; the library chains chunks, which firmware cannot see.</remarks>
    public sealed partial class StringBuilder
    {
        private const int DefaultCapacity = 16;

        private readonly int _maximum;
        private char[] _chars;
        private int _length;

        /// <summary>An empty builder.</summary>
        public StringBuilder()
            : this(DefaultCapacity)
        {
        }

        /// <summary>An empty builder with room for <paramref name="capacity"/> characters.</summary>
        public StringBuilder(int capacity)
            : this(string.Empty, capacity)
        {
        }

        /// <summary>A builder that starts with a text.</summary>
        public StringBuilder(string value)
            : this(value, DefaultCapacity)
        {
        }

        /// <summary>A builder that starts with a text and has room for <paramref name="capacity"/> characters.</summary>
        public StringBuilder(string value, int capacity)
            : this(value, 0, value == null ? 0 : value.Length, capacity)
        {
        }

        /// <summary>A builder that starts with part of a text; null counts as empty.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A negative number, or the part ends outside the text.</exception>
        public StringBuilder(string value, int startIndex, int length, int capacity)
        {
            value ??= string.Empty;
            if (capacity < 0 || length < 0 || startIndex < 0 || startIndex > value.Length - length)
            {
                throw new ArgumentOutOfRangeException();
            }

            _maximum = short.MaxValue;
            capacity = capacity == 0 ? DefaultCapacity : capacity;
            _chars = new char[capacity < length ? length : capacity];
            Store(value.Substring(startIndex, length));
        }

        /// <summary>An empty builder that takes no more than <paramref name="maxCapacity"/> characters.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or below the capacity.</exception>
        public StringBuilder(int capacity, int maxCapacity)
        {
            if (maxCapacity < 1 || capacity < 0 || capacity > maxCapacity)
            {
                throw new ArgumentOutOfRangeException();
            }

            _maximum = maxCapacity;
            _chars = new char[capacity != 0 ? capacity : DefaultCapacity < maxCapacity ? DefaultCapacity : maxCapacity];
        }

        /// <summary>The most characters that this builder takes.</summary>
        public int MaxCapacity => _maximum;

        /// <summary>Characters that there is room for.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Below the length or above the maximum.</exception>
        public int Capacity
        {
            get => _chars.Length;
            set
            {
                if (value < _length || value > _maximum)
                {
                    throw new ArgumentOutOfRangeException();
                }

                Resize(value);
            }
        }

        /// <summary>Number of characters. Setting it cuts the text or fills it up with NUL.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Negative or above the maximum.</exception>
        public int Length
        {
            get => _length;
            set
            {
                if (value < 0 || value > _maximum)
                {
                    throw new ArgumentOutOfRangeException();
                }

                if (value > _length)
                {
                    Append('\0', value - _length);
                }

                _length = value;
            }
        }

        /// <summary>One character.</summary>
        /// <exception cref="IndexOutOfRangeException">Read outside the text.</exception>
        /// <exception cref="ArgumentOutOfRangeException">Written outside the text.</exception>
        public char this[int index]
        {
            get
            {
                if (index < 0 || index >= _length)
                {
                    throw new IndexOutOfRangeException();
                }

                return _chars[index];
            }

            set
            {
                if (index < 0 || index >= _length)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _chars[index] = value;
            }
        }

        /// <summary>Removes all characters.</summary>
        public StringBuilder Clear()
        {
            _length = 0;
            return this;
        }

        /// <summary>Puts a text before the character at <paramref name="index"/>, a number of times.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A negative number, or outside the text.</exception>
        /// <exception cref="OutOfMemoryException">Above the maximum.</exception>
        public StringBuilder Insert(int index, string value, int count)
        {
            if (count < 0 || index < 0 || index > _length)
            {
                throw new ArgumentOutOfRangeException();
            }

            if (string.IsNullOrEmpty(value) || count == 0)
            {
                return this;
            }

            if ((long)value.Length * count > _maximum - _length)
            {
                throw new OutOfMemoryException();
            }

            int added = value.Length * count;
            EnsureRoom(added);
            Array.Copy(_chars, index, _chars, index + added, _length - index);
            char[] source = value.ToCharArray();
            for (int at = index; at < index + added; at += source.Length)
            {
                Array.Copy(source, 0, _chars, at, source.Length);
            }

            _length += added;
            return this;
        }

        /// <summary>Puts part of some characters before the character at <paramref name="index"/>.</summary>
        /// <exception cref="ArgumentOutOfRangeException">No characters, or outside the text or them.</exception>
        public StringBuilder Insert(int index, char[] value, int startIndex, int charCount)
        {
            if (index > _length || value == null || startIndex < 0 || charCount < 0 || startIndex > value.Length - charCount)
            {
                throw new ArgumentOutOfRangeException();
            }

            return charCount == 0 ? this : Insert(index, new string(value, startIndex, charCount), 1);
        }

        /// <summary>Removes characters.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The range is not in the text.</exception>
        public StringBuilder Remove(int startIndex, int length)
        {
            if (length < 0 || startIndex < 0 || length > _length - startIndex)
            {
                throw new ArgumentOutOfRangeException();
            }

            Array.Copy(_chars, startIndex + length, _chars, startIndex, _length - startIndex - length);
            _length -= length;
            return this;
        }

        /// <summary>The text.</summary>
        public override string ToString() => new string(_chars, 0, _length);

        /// <summary>Part of the text.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The part is not in the text.</exception>
        public string ToString(int startIndex, int length)
        {
            CheckPart(startIndex, length);
            return new string(_chars, startIndex, length);
        }

        private void CheckPart(int start, int count)
        {
            if (start < 0 || count < 0 || start > _length - count)
            {
                throw new ArgumentOutOfRangeException();
            }
        }

        private void Store(string value)
        {
            EnsureRoom(value.Length);
            for (int i = 0; i < value.Length; i++)
            {
                _chars[_length + i] = value[i];
            }

            _length += value.Length;
        }

        private void EnsureRoom(int added)
        {
            int wanted = _length + added;
            if (wanted > _maximum)
            {
                throw new ArgumentOutOfRangeException();
            }

            if (wanted > _chars.Length)
            {
                int doubled = _chars.Length * 2;
                Resize(doubled < wanted ? wanted : doubled > _maximum ? _maximum : doubled);
            }
        }

        private void Resize(int capacity)
        {
            char[] resized = new char[capacity];
            Array.Copy(_chars, 0, resized, 0, _length);
            _chars = resized;
        }
    }
}
