using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>A request for a part of a file (RFC 9110 section 14.2). One range at a time; what is malformed or asks for several is ignored.</summary>
    public sealed class ByteRange
    {
        /// <summary>The first byte.</summary>
        public long First { get; private set; }

        /// <summary>How many bytes.</summary>
        public long Length { get; private set; }

        /// <summary>Whether a part was asked for, rather than the whole.</summary>
        public bool IsPart { get; private set; }

        /// <summary>Whether the part lies behind the end.</summary>
        public bool IsBeyond { get; private set; }

        /// <summary>Reads the value of a Range header.</summary>
        /// <param name="value">Null for none.</param>
        /// <param name="length">Length of the file.</param>
        public static ByteRange Of(string value, long length)
        {
            var range = new ByteRange { Length = length };
            const string unit = "bytes=";
            if (value == null || value.Length <= unit.Length || !HttpText.Same(value.Substring(0, unit.Length), unit))
            {
                return range;
            }

            var dash = value.IndexOf('-');
            if (dash < 0)
            {
                return range;
            }

            var first = HttpText.ParseLength(value.Substring(unit.Length, dash - unit.Length));
            var last = HttpText.ParseLength(value.Substring(dash + 1));
            if ((first < 0 && dash > unit.Length) || (last < 0 && dash + 1 < value.Length) || (first < 0 && last < 0)
                || (first >= 0 && last >= 0 && last < first))
            {
                return range;
            }

            range.IsPart = true;
            range.First = first >= 0 ? first : last >= length ? 0 : length - last;
            var end = first >= 0 && last >= 0 && last < length ? last + 1 : length;
            range.Length = end - range.First;
            range.IsBeyond = range.First >= length || (first < 0 && last == 0);
            return range;
        }
    }
}
