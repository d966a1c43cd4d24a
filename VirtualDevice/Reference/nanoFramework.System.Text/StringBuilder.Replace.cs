namespace System.Text
{
    /// <content>Replacing.</content>
    public sealed partial class StringBuilder
    {
        /// <summary>Replaces a character everywhere.</summary>
        public StringBuilder Replace(char oldChar, char newChar) => Replace(oldChar, newChar, 0, _length);

        /// <summary>Replaces a character in a part of the text.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The part is not in the text.</exception>
        public StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)
        {
            CheckPart(startIndex, count);
            for (int i = startIndex; i < startIndex + count; i++)
            {
                if (_chars[i] == oldChar)
                {
                    _chars[i] = newChar;
                }
            }

            return this;
        }

        /// <summary>Replaces a text everywhere.</summary>
        public StringBuilder Replace(string oldValue, string newValue) => Replace(oldValue, newValue, 0, _length);

        /// <summary>Replaces a text in a part of the text; null replaces by nothing.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Nothing to look for, or the part is not in the text.</exception>
        public StringBuilder Replace(string oldValue, string newValue, int startIndex, int count)
        {
            CheckPart(startIndex, count);
            if (string.IsNullOrEmpty(oldValue))
            {
                throw new ArgumentOutOfRangeException();
            }

            int end = startIndex + count;
            for (int i = startIndex; i <= end - oldValue.Length;)
            {
                if (!Matches(oldValue, i))
                {
                    i++;
                    continue;
                }

                Remove(i, oldValue.Length);
                Insert(i, newValue, 1);
                int replaced = newValue == null ? 0 : newValue.Length;
                end += replaced - oldValue.Length;
                i += replaced;
            }

            return this;
        }

        private bool Matches(string value, int at)
        {
            for (int i = 0; i < value.Length; i++)
            {
                if (_chars[at + i] != value[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
