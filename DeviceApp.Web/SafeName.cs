namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Which paths name a file that may be served: every segment of letters, digits and <c>. - _ ~ @ +</c> or a space, and none that begins with a dot.</summary>
    public static class SafeName
    {
        private const int LongestSegment = 63;

        /// <summary>Whether <paramref name="path"/>, which starts with a slash, is one.</summary>
        public static bool IsSafe(string path)
        {
            var length = 0;
            for (var i = 1; i < path.Length; i++)
            {
                var c = path[i];
                if (c == '/')
                {
                    if (length == 0)
                    {
                        return false;
                    }

                    length = 0;
                }
                else if (!IsSafe(c) || (length == 0 && c == '.') || ++length > LongestSegment)
                {
                    return false;
                }
            }

            return length > 0;
        }

        private static bool IsSafe(char c)
        {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".-_~@+ ".IndexOf(c) >= 0;
        }
    }
}
