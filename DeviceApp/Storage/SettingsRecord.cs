using System.Text;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// The stored form of the settings: "SESR", version, length of the fields, sequence number, fields, CRC-32 over all
    /// before it. A field has an id and a type; one with an unknown id is from newer firmware and is passed over, one that
    /// is missing keeps its default. A change that older firmware must not read gets another version.
    /// </summary>
    public sealed class SettingsRecord
    {
        /// <summary>Largest record, in bytes.</summary>
        public const int MaxBytes = 2048;

        /// <summary>Bytes before the fields.</summary>
        public const int HeaderBytes = 12;

        /// <summary>Where the length of the fields stands.</summary>
        public const int LengthAt = 6;

        /// <summary>A field of UTF-8.</summary>
        public const int TypeText = 1;

        /// <summary>A field of four bytes.</summary>
        public const int TypeNumber = 2;

        /// <summary>A field of one byte, 0 or 1.</summary>
        public const int TypeFlag = 3;

        private const uint Magic = 0x52534553;
        private const int Version = 1;
        private const int CheckBytes = 4;
        private const int FieldHeadBytes = 4;

        private SettingsRecord(uint sequence, DeviceSettings settings)
        {
            Sequence = sequence;
            Settings = settings;
        }

        /// <summary>One more than that of the record before it.</summary>
        public uint Sequence { get; }

        /// <summary>What it holds.</summary>
        public DeviceSettings Settings { get; }

        /// <summary>The record's bytes.</summary>
        public static byte[] Encode(DeviceSettings settings, uint sequence)
        {
            var writer = new RecordWriter();
            writer.UInt32(Magic);
            writer.UInt16(Version);
            writer.UInt16(0);
            writer.UInt32(sequence);
            SettingFields.Write(settings, writer);
            return writer.Finish();
        }

        /// <summary>Reads a record.</summary>
        /// <returns>Null where a bit of it is wrong, or a value is out of its range.</returns>
        public static SettingsRecord Decode(byte[] bytes)
        {
            if (bytes == null || bytes.Length < HeaderBytes + CheckBytes || bytes.Length > MaxBytes)
            {
                return null;
            }

            var end = bytes.Length - CheckBytes;
            if (UInt32(bytes, 0) != Magic || UInt16(bytes, 4) != Version || UInt16(bytes, LengthAt) != end - HeaderBytes
                || UInt32(bytes, end) != Crc32.Of(bytes, end))
            {
                return null;
            }

            var settings = new DeviceSettings();
            return Fields(bytes, end, settings) ? new SettingsRecord(UInt32(bytes, 8), settings) : null;
        }

        private static bool Fields(byte[] bytes, int end, DeviceSettings settings)
        {
            var at = HeaderBytes;
            while (at < end)
            {
                if (end - at < FieldHeadBytes)
                {
                    return false;
                }

                int id = bytes[at];
                int type = bytes[at + 1];
                var length = UInt16(bytes, at + 2);
                at += FieldHeadBytes;
                if (length > end - at)
                {
                    return false;
                }

                var value = Value(id, type, bytes, at, length);
                if (SettingFields.IsKnown(id) && (value == null || !SettingFields.Take(id, type, value, settings)))
                {
                    return false;
                }

                at += length;
            }

            return true;
        }

        // The value as the settings file has it, so that its range is checked in one place.
        private static string Value(int id, int type, byte[] bytes, int at, int length)
        {
            switch (type)
            {
                case TypeText:
                    var text = new byte[length];
                    System.Array.Copy(bytes, at, text, 0, length);
                    return !Utf8.IsValid(text, length) ? null : length == 0 ? "" : Encoding.UTF8.GetString(text, 0, length);
                case TypeNumber: return length == 4 ? UInt32(bytes, at).ToString() : null;
                case TypeFlag: return length == 1 && bytes[at] <= 1 ? SettingFields.FlagWord(id, bytes[at] == 1) : null;
                default: return null;
            }
        }

        private static int UInt16(byte[] bytes, int at)
        {
            return bytes[at] | (bytes[at + 1] << 8);
        }

        private static uint UInt32(byte[] bytes, int at)
        {
            return (uint)UInt16(bytes, at) | ((uint)UInt16(bytes, at + 2) << 16);
        }
    }
}
