using System.Text;

namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <content>What the tokens are. Each of these takes <see cref="None"/> for a value that is not there.</content>
    public sealed partial class JsonTokens
    {
        /// <summary>What a token is.</summary>
        public JsonKind Kind(int token)
        {
            return token < 0 || token >= Count ? JsonKind.Missing : _kinds[token];
        }

        /// <summary>
        /// The first token within an object or array: a name, whose value is the next number, or a value. Goes on with
        /// <see cref="After"/>, until that is <c>After(container)</c>.
        /// </summary>
        public int First(int container)
        {
            return container + 1;
        }

        /// <summary>The token behind this one and all that is in it.</summary>
        public int After(int token)
        {
            return _next[token];
        }

        /// <summary>The value with this name, plain ASCII; <see cref="None"/> where the token is no object or has no such name.</summary>
        public int Find(int token, string name)
        {
            if (Kind(token) != JsonKind.Object)
            {
                return None;
            }

            for (var member = token + 1; member < _next[token]; member = _next[member + 1])
            {
                if (Is(member, name))
                {
                    return member + 1;
                }
            }

            return None;
        }

        /// <summary>Whether a token is the string <paramref name="text"/>, plain ASCII.</summary>
        public bool Is(int token, string text)
        {
            if (Kind(token) != JsonKind.String)
            {
                return false;
            }

            Begin(_one, token);
            for (var i = 0; i < text.Length; i++)
            {
                if (_one.Next() != text[i])
                {
                    return false;
                }
            }

            return _one.Next() < 0;
        }

        /// <summary>A string's UTF-8, with its escapes resolved.</summary>
        /// <param name="token">The string.</param>
        /// <param name="target">Where it goes.</param>
        /// <param name="offset">From here on.</param>
        /// <returns>How many bytes; -1 where it is no string, or <paramref name="target"/> is too short.</returns>
        public int Bytes(int token, byte[] target, int offset)
        {
            if (Kind(token) != JsonKind.String)
            {
                return -1;
            }

            Begin(_one, token);
            var at = offset;
            for (var c = _one.Next(); c >= 0; c = _one.Next())
            {
                var length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
                if (target.Length - at < length)
                {
                    return -1;
                }

                if (length == 1)
                {
                    target[at++] = (byte)c;
                    continue;
                }

                target[at++] = (byte)((0xF00 >> length) | (c >> (6 * (length - 1))));
                for (var left = length - 2; left >= 0; left--)
                {
                    target[at++] = (byte)(0x80 | ((c >> (6 * left)) & 0x3F));
                }
            }

            return at - offset;
        }

        /// <summary>A string; null where it is none, or has more than <paramref name="mostBytes"/> bytes of UTF-8.</summary>
        public string Text(int token, int mostBytes)
        {
            if (Kind(token) != JsonKind.String)
            {
                return null;
            }

            // Resolved, it is never longer than as it stands.
            var raw = _ends[token] - _starts[token] - 2;
            var bytes = new byte[raw < mostBytes ? raw : mostBytes];
            var length = Bytes(token, bytes, 0);
            return length < 0 ? null : length == 0 ? "" : Encoding.UTF8.GetString(bytes, 0, length);
        }

        /// <summary>A whole number, without fraction or exponent.</summary>
        /// <returns>False where it is none, or out of range: <paramref name="value"/> is 0 then.</returns>
        public bool TryInteger(int token, long least, long most, out long value)
        {
            value = 0;
            if (Kind(token) != JsonKind.Number)
            {
                return false;
            }

            // Counted down, since the least number has one more than the greatest.
            var at = _starts[token];
            var negative = _bytes[at] == '-';
            long sum = 0;
            for (at += negative ? 1 : 0; at < _ends[token]; at++)
            {
                var digit = _bytes[at] - '0';
                if (digit < 0 || digit > 9 || sum < (long.MinValue + digit) / 10)
                {
                    return false;
                }

                sum = (sum * 10) - digit;
            }

            if (!negative && sum == long.MinValue)
            {
                return false;
            }

            sum = negative ? sum : -sum;
            if (sum < least || sum > most)
            {
                return false;
            }

            value = sum;
            return true;
        }

        /// <summary>Index of a token's first byte as it stands, with its quote where it is a string.</summary>
        public int Start(int token)
        {
            return _starts[token];
        }

        /// <summary>How many bytes it has as it stands.</summary>
        public int Length(int token)
        {
            return _ends[token] - _starts[token];
        }
    }
}
