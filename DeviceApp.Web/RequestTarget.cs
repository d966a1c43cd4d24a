using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Reads a request's target (RFC 9112 section 3.2). Taken are the origin form, and the absolute form where its authority is
    /// the one of Host; the asterisk and authority forms are refused. The path is decoded once, and what would read differently
    /// to somebody else is refused instead of tidied up: <c>.</c> and <c>..</c>, encoded slashes, backslashes, control characters.
    /// </summary>
    public sealed class RequestTarget
    {
        private readonly byte[] _path = new byte[WebLimits.Path];
        private int _length;

        /// <summary>The path, decoded; starts with a slash.</summary>
        public string Path { get; private set; }

        /// <summary>What stands behind the question mark, as it came; null where there is none.</summary>
        public string Query { get; private set; }

        /// <summary>Where the absolute form was used: its host and port; else null.</summary>
        public string Authority { get; private set; }

        /// <summary>Reads one.</summary>
        /// <returns>0, or the status to refuse it with.</returns>
        public int Read(byte[] bytes, int start, int length)
        {
            Path = Query = Authority = null;
            _length = 0;
            var end = start + length;
            for (var i = start; i < end; i++)
            {
                if (bytes[i] <= 0x20 || bytes[i] >= 0x7F || bytes[i] == (byte)'#')
                {
                    return 400;
                }
            }

            start = SkipAuthority(bytes, start, end);
            if (start < 0 || start >= end || bytes[start] != (byte)'/')
            {
                return 400;
            }

            var question = start;
            while (question < end && bytes[question] != (byte)'?')
            {
                question++;
            }

            if (question < end)
            {
                Query = ByteText.Text(bytes, question + 1, end - question - 1);
            }

            return Decode(bytes, start, question);
        }

        // Behind the authority of the absolute form; where it was; -1 for a scheme that is none of ours.
        private int SkipAuthority(byte[] bytes, int start, int end)
        {
            if (start == end || bytes[start] == (byte)'/')
            {
                return start;
            }

            const string scheme = "https://";
            if (!ByteText.StartsWith(bytes, start, end - start, scheme))
            {
                return -1;
            }

            start += scheme.Length;
            var slash = start;
            while (slash < end && bytes[slash] != (byte)'/')
            {
                slash++;
            }

            Authority = ByteText.Text(bytes, start, slash - start);
            return slash;
        }

        private int Decode(byte[] bytes, int start, int end)
        {
            while (start < end)
            {
                int c = bytes[start++];
                if (c == '%')
                {
                    c = start + 1 < end ? HttpText.HexByte((char)bytes[start], (char)bytes[start + 1]) : -1;
                    start += 2;
                    if (c < 0 || c == '/')
                    {
                        return 400;
                    }
                }

                if (c < 0x20 || c == 0x7F || c == '\\')
                {
                    return 400;
                }

                if (_length == _path.Length)
                {
                    return 414;
                }

                _path[_length++] = (byte)c;
            }

            if (!Utf8.IsValid(_path, _length) || HasDotSegment())
            {
                return 400;
            }

            Path = Encoding.UTF8.GetString(_path, 0, _length);
            return 0;
        }

        private bool HasDotSegment()
        {
            var start = 0;
            for (var i = 1; i <= _length; i++)
            {
                if (i < _length && _path[i] != (byte)'/')
                {
                    continue;
                }

                var length = i - start - 1;
                if (length > 0 && length < 3 && _path[start + 1] == (byte)'.' && _path[i - 1] == (byte)'.')
                {
                    return true;
                }

                start = i;
            }

            return false;
        }
    }
}
