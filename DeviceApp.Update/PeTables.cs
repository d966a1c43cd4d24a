using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The tables of an image, by the header's list of where each starts. Their order is nanoFramework's.</summary>
    public static class PeTables
    {
        /// <summary>Assemblies that it refers to.</summary>
        public const int AssemblyRef = 0;

        /// <summary>Names, UTF-8, each ended by a NUL.</summary>
        public const int Strings = 11;

        /// <summary>Bytes of a record of <see cref="AssemblyRef"/>.</summary>
        public const int AssemblyRefBytes = 12;

        private const int TypeRef = 1;
        private const int MethodRef = 3;
        private const int RefBytes = 8;
        private const int MaxPadding = 3;

        /// <summary>
        /// Whether the tables follow one another from the header's end on, none ends before it starts, and the first four, whose size of
        /// record is known, have whole records.
        /// </summary>
        public static bool AreSound(byte[] header, int startsAt, int paddingAt)
        {
            var start = LittleEndian.UInt32(header, startsAt);
            if (start != PeHeader.Bytes)
            {
                return false;
            }

            for (var table = 0; table < PeHeader.Tables - 1; table++)
            {
                var end = LittleEndian.UInt32(header, startsAt + (4 * table) + 4);
                uint padding = header[paddingAt + table];
                if (end > int.MaxValue || end < start || (end & 3) != 0 || padding > MaxPadding || padding > end - start
                    || (end - start - padding) % RecordBytes(table) != 0)
                {
                    return false;
                }

                start = end;
            }

            return header[paddingAt + PeHeader.Tables - 1] == 0;
        }

        private static uint RecordBytes(int table)
        {
            return table == AssemblyRef ? AssemblyRefBytes : table >= TypeRef && table <= MethodRef ? RefBytes : 1u;
        }
    }
}
