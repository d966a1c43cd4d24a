using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Which part of a file a 206 response holds (RFC 9110 section 14.4).</summary>
    public sealed class ContentRange
    {
        private const string Unit = "bytes ";

        private ContentRange(long first, long last, long total)
        {
            First = first;
            Last = last;
            Total = total;
        }

        /// <summary>Position of its first byte.</summary>
        public long First { get; }

        /// <summary>Position of its last byte.</summary>
        public long Last { get; }

        /// <summary>Length of the whole file.</summary>
        public long Total { get; }

        /// <summary>Reads the header's value, such as <c>bytes 0-23/4711</c>.</summary>
        /// <returns>Null where it is none, contradicts itself, or does not tell the file's length.</returns>
        public static ContentRange Parse(string value)
        {
            var slash = value.IndexOf('/');
            var dash = value.IndexOf('-');
            if (value.Length <= Unit.Length || !HttpText.Same(value.Substring(0, Unit.Length), Unit) || dash < Unit.Length || slash < dash)
            {
                return null;
            }

            var first = HttpText.ParseLength(value.Substring(Unit.Length, dash - Unit.Length));
            var last = HttpText.ParseLength(value.Substring(dash + 1, slash - dash - 1));
            var total = HttpText.ParseLength(value.Substring(slash + 1));
            return first < 0 || last < first || total <= last ? null : new ContentRange(first, last, total);
        }
    }
}
