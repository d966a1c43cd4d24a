using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Reads <c>METHOD TARGET HTTP/1.x</c>, with one space between them (RFC 9112 section 3).</summary>
    public static class RequestLineReader
    {
        private const int LongestMethod = 16;
        private const int VersionLength = 8;

        /// <summary>Reads the line at the beginning of <paramref name="bytes"/> into <paramref name="request"/>.</summary>
        /// <returns>0, or the status to refuse it with.</returns>
        public static int Read(byte[] bytes, int length, RequestTarget target, WebRequest request)
        {
            var method = 0;
            while (method < length && HttpText.IsTokenCharacter((char)bytes[method]))
            {
                method++;
            }

            var version = length - VersionLength;
            if (method == 0 || method > LongestMethod || version <= method + 1 || bytes[method] != (byte)' ' || bytes[version - 1] != (byte)' ')
            {
                return 400;
            }

            var error = Version(bytes, version, request);
            if (error == 0)
            {
                error = target.Read(bytes, method + 1, version - method - 2);
            }

            request.Method = Method(bytes, method);
            request.Path = target.Path;
            request.Query = target.Query;
            return error;
        }

        private static int Version(byte[] bytes, int start, WebRequest request)
        {
            if (bytes[start] != (byte)'H' || bytes[start + 1] != (byte)'T' || bytes[start + 2] != (byte)'T' || bytes[start + 3] != (byte)'P'
                || bytes[start + 4] != (byte)'/' || !ByteText.AreDigits(bytes, start + 5, 1) || bytes[start + 6] != (byte)'.'
                || !ByteText.AreDigits(bytes, start + 7, 1))
            {
                return 400;
            }

            request.IsHttp11 = bytes[start + 7] != (byte)'0';
            return bytes[start + 5] == (byte)'1' ? 0 : 505;
        }

        // The usual ones cost no new string.
        private static string Method(byte[] bytes, int length)
        {
            if (length == 3 && bytes[0] == (byte)'G' && bytes[1] == (byte)'E' && bytes[2] == (byte)'T')
            {
                return "GET";
            }

            if (length == 4 && bytes[0] == (byte)'P' && bytes[1] == (byte)'O' && bytes[2] == (byte)'S' && bytes[3] == (byte)'T')
            {
                return "POST";
            }

            return ByteText.Text(bytes, 0, length);
        }
    }
}
