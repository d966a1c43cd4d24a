using System;
using System.Text;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>Writes the fields of a <see cref="SettingsRecord"/>: id, type, length in two bytes, value; little endian.</summary>
    public sealed class RecordWriter
    {
        private readonly byte[] _bytes = new byte[SettingsRecord.MaxBytes];

        /// <summary>Bytes so far.</summary>
        public int Length { get; private set; }

        /// <summary>Appends a text as UTF-8.</summary>
        public void Text(int id, string value)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            Head(id, SettingsRecord.TypeText, bytes.Length);
            Array.Copy(bytes, 0, _bytes, Length, bytes.Length);
            Length += bytes.Length;
        }

        /// <summary>Appends a number of four bytes.</summary>
        public void Number(int id, int value)
        {
            Head(id, SettingsRecord.TypeNumber, 4);
            UInt32((uint)value);
        }

        /// <summary>Appends a flag of one byte.</summary>
        public void Flag(int id, bool value)
        {
            Head(id, SettingsRecord.TypeFlag, 1);
            _bytes[Length++] = value ? (byte)1 : (byte)0;
        }

        /// <summary>Appends two bytes.</summary>
        public void UInt16(int value)
        {
            _bytes[Length++] = (byte)value;
            _bytes[Length++] = (byte)(value >> 8);
        }

        /// <summary>Appends four bytes.</summary>
        public void UInt32(uint value)
        {
            UInt16((int)(value & 0xFFFF));
            UInt16((int)(value >> 16));
        }

        /// <summary>Writes how long the fields are, appends the check value, and gives the whole record.</summary>
        public byte[] Finish()
        {
            var end = Length;
            Length = SettingsRecord.LengthAt;
            UInt16(end - SettingsRecord.HeaderBytes);
            Length = end;
            UInt32(Crc32.Of(_bytes, end));
            var record = new byte[Length];
            Array.Copy(_bytes, record, Length);
            return record;
        }

        private void Head(int id, int type, int length)
        {
            _bytes[Length++] = (byte)id;
            _bytes[Length++] = (byte)type;
            UInt16(length);
        }
    }
}
