using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The header of a nanoFramework 1.x image (CLR_RECORD_ASSEMBLY of nf-interpreter). Refused is what the CLR would not take, and what it
    /// would take to run native code: a patch entry, patched methods, native methods, the reboot flag.
    /// </summary>
    public sealed class PeHeader
    {
        /// <summary>How many bytes it is.</summary>
        public const int Bytes = 124;

        /// <summary>How many tables start positions it has; the last is where the image ends.</summary>
        public const int Tables = 16;

        private const int HeaderCrcAt = 8;
        private const int BodyCrcAt = 12;
        private const int FlagsAt = 16;
        private const int NativeMethodsAt = 20;
        private const int PatchEntryAt = 24;
        private const int VersionAt = 28;
        private const int NameAt = 36;
        private const int StringTableVersionAt = 38;
        private const int StartsAt = 40;
        private const int PatchedMethodsAt = 104;
        private const int PaddingAt = 108;

        // "NFMR", then "K1" or "K2" and two zeros.
        private const uint Marker = 0x524D464E;
        private const uint Format1 = 0x0000314B;
        private const uint Format2 = 0x0000324B;

        private const uint NeedsReboot = 1;
        private const uint NoPatch = 0xFFFFFFFF;
        private const int StringTableVersion = 1;

        private readonly byte[] _bytes;

        private PeHeader(byte[] bytes)
        {
            _bytes = bytes;
        }

        /// <summary>CRC-32 of all that follows the header, as the header has it.</summary>
        public uint BodyCrc
        {
            get { return LittleEndian.UInt32(_bytes, BodyCrcAt); }
        }

        /// <summary>Version of the assembly.</summary>
        public PeVersion Version
        {
            get { return VersionOf(_bytes, VersionAt); }
        }

        /// <summary>String index of the assembly's name.</summary>
        public int Name
        {
            get { return LittleEndian.UInt16(_bytes, NameAt); }
        }

        /// <summary>Length of the image.</summary>
        public int TotalBytes
        {
            get { return Start(Tables - 1); }
        }

        /// <summary>Reads a header of <see cref="Bytes"/> bytes, and keeps the array.</summary>
        /// <returns>A <see cref="UpdateReason"/>; with <see cref="UpdateReason.Accepted"/> there is a header, else null.</returns>
        public static int Read(byte[] bytes, out PeHeader header)
        {
            header = null;
            if (LittleEndian.UInt32(bytes, 0) != Marker)
            {
                return UpdateReason.ImageMarker;
            }

            var format = LittleEndian.UInt32(bytes, 4);
            if (format != Format1)
            {
                return format == Format2 ? UpdateReason.ImageFormat : UpdateReason.ImageMarker;
            }

            var reason = LittleEndian.UInt32(bytes, HeaderCrcAt) == Crc(bytes) ? Contents(bytes) : UpdateReason.ImageHeaderCrc;
            if (reason == UpdateReason.Accepted && !PeTables.AreSound(bytes, StartsAt, PaddingAt))
            {
                reason = UpdateReason.ImageTables;
            }

            header = reason == UpdateReason.Accepted ? new PeHeader(bytes) : null;
            return reason;
        }

        /// <summary>The version that stands at an index.</summary>
        public static PeVersion VersionOf(byte[] bytes, int at)
        {
            return new PeVersion(LittleEndian.UInt16(bytes, at), LittleEndian.UInt16(bytes, at + 2), LittleEndian.UInt16(bytes, at + 4), LittleEndian.UInt16(bytes, at + 6));
        }

        /// <summary>Where a table starts, in the image.</summary>
        public int Start(int table)
        {
            return (int)LittleEndian.UInt32(_bytes, StartsAt + (4 * table));
        }

        /// <summary>Bytes of a table, without its padding.</summary>
        public int Size(int table)
        {
            return Start(table + 1) - Start(table) - _bytes[PaddingAt + table];
        }

        // Over the header with the field of the check value zero.
        private static uint Crc(byte[] bytes)
        {
            var crc = PeCrc32.Append(0, bytes, 0, HeaderCrcAt);
            crc = PeCrc32.Append(crc, new byte[4], 0, 4);
            return PeCrc32.Append(crc, bytes, BodyCrcAt, Bytes - BodyCrcAt);
        }

        private static int Contents(byte[] bytes)
        {
            var flags = LittleEndian.UInt32(bytes, FlagsAt);
            return (flags & NeedsReboot) != 0 ? UpdateReason.ImageNeedsReboot
                : flags != 0 ? UpdateReason.ImageFlags
                : LittleEndian.UInt32(bytes, PatchEntryAt) != NoPatch ? UpdateReason.ImageNativePatch
                : LittleEndian.UInt32(bytes, PatchedMethodsAt) != 0 ? UpdateReason.ImagePatchedMethods
                : LittleEndian.UInt32(bytes, NativeMethodsAt) != 0 ? UpdateReason.ImageNativeMethods
                : LittleEndian.UInt16(bytes, StringTableVersionAt) != StringTableVersion ? UpdateReason.ImageStringTable
                : UpdateReason.Accepted;
        }
    }
}
