using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>
    /// A method's arguments in a URL: <c>path=%22/%22&amp;len=10</c> is <c>{"path":"/","len":10}</c>. Each value is JSON in percent-encoding
    /// (RFC 3986 section 2.1); a plus stands for itself.
    /// </summary>
    public static class QueryArguments
    {
        /// <summary>Writes the object.</summary>
        /// <param name="query">What stands behind the question mark; null or empty for no arguments.</param>
        /// <param name="target">Takes the object.</param>
        /// <param name="json">Judges each value, so that one cannot bring another along; holds none of them afterwards.</param>
        /// <returns>Its length, 0 for no arguments; -1 where it is malformed or does not fit.</returns>
        public static int Write(string query, byte[] target, JsonTokens json)
        {
            if (string.IsNullOrEmpty(query))
            {
                return 0;
            }

            var writer = new JsonWriter(target, target.Length);
            writer.BeginObject();
            for (var at = 0; at <= query.Length;)
            {
                var end = query.IndexOf('&', at);
                end = end < 0 ? query.Length : end;
                var equals = query.IndexOf('=', at);
                if (equals <= at || equals > end || !IsName(query, at, equals))
                {
                    return -1;
                }

                writer.Name(query.Substring(at, equals - at));
                var value = new byte[end - equals - 1];
                var length = Decode(query, equals + 1, end, value);
                if (length < 0 || !json.Read(value, 0, length))
                {
                    return -1;
                }

                writer.Raw(value, 0, length);
                at = end + 1;
            }

            writer.EndObject();
            return writer.IsFull ? -1 : writer.Length;
        }

        private static bool IsName(string query, int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                if (!SettingValues.IsNameCharacter(query[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static int Decode(string query, int start, int end, byte[] target)
        {
            var length = 0;
            for (var i = start; i < end; i++)
            {
                int c = query[i];
                if (c == '%')
                {
                    c = i + 2 < end ? HttpText.HexByte(query[i + 1], query[i + 2]) : -1;
                    i += 2;
                }

                if (c < 0 || c > 255)
                {
                    return -1;
                }

                target[length++] = (byte)c;
            }

            return length;
        }
    }
}
