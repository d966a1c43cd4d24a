namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>Looks at PEM text without decoding it.</summary>
    public static class PemText
    {
        private const string Begin = "-----BEGIN CERTIFICATE-----";

        /// <summary>Whether a certificate begins in it.</summary>
        public static bool HasCertificate(byte[] bytes, int start, int count)
        {
            for (var i = start; i <= start + count - Begin.Length; i++)
            {
                var same = 0;
                while (same < Begin.Length && bytes[i + same] == Begin[same])
                {
                    same++;
                }

                if (same == Begin.Length)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Whether two texts are the same but for line ends, blanks and NUL bytes at the end.</summary>
        public static bool Same(byte[] one, int oneStart, int oneCount, byte[] other, int otherStart, int otherCount)
        {
            var oneEnd = WithoutNul(one, oneStart, oneCount);
            var otherEnd = WithoutNul(other, otherStart, otherCount);
            while (true)
            {
                oneStart = SkipBlanks(one, oneStart, oneEnd);
                otherStart = SkipBlanks(other, otherStart, otherEnd);
                if (oneStart == oneEnd || otherStart == otherEnd)
                {
                    return oneStart == oneEnd && otherStart == otherEnd;
                }

                if (one[oneStart++] != other[otherStart++])
                {
                    return false;
                }
            }
        }

        private static int SkipBlanks(byte[] bytes, int start, int end)
        {
            while (start < end && (bytes[start] == (byte)' ' || (bytes[start] >= (byte)'\t' && bytes[start] <= (byte)'\r')))
            {
                start++;
            }

            return start;
        }

        private static int WithoutNul(byte[] bytes, int start, int count)
        {
            var end = start + count;
            while (end > start && bytes[end - 1] == 0)
            {
                end--;
            }

            return end;
        }
    }
}
