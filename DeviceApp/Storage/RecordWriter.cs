using System;
using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// Writes a record: magic, version, length of the fields, sequence number; fields, each of id, type, length in two bytes
    /// and value; CRC-32 over all before it. Little endian.
    /// </summary>
    public sealed class RecordWriter
    {
        /// <summary>Largest record, in bytes.</summary>
        public const int MaxBytes = 2560;

        /// <summary>Bytes before the fields.</summary>
        public const int HeaderBytes = 12;

        /// <summary>Where the length of the fields stands.</summary>
        public const int LengthAt = 6;

        private readonly byte[] _bytes = new byte[MaxBytes];

        /// <summary>Begins a record.</summary>
        public RecordWriter(uint magic, int version, uint sequence)
        {
            UInt32(magic);
            UInt16(version);
            UInt16(0);
            UInt32(sequence);
        }

        /// <summary>Bytes so far.</summary>
        public int Length { get; private set; }

        /// <summary>Appends a text as UTF-8.</summary>
        public void Text(int id, string value)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            Append(id, RecordType.Text, bytes);
        }

        /// <summary>Appends bytes.</summary>
        public void Bytes(int id, byte[] value)
        {
            Append(id, RecordType.Bytes, value);
        }

        /// <summary>Appends a number of four bytes.</summary>
        public void Number(int id, int value)
        {
            Number(id, (uint)value);
        }

        /// <summary>Appends a number of four bytes.</summary>
        public void Number(int id, uint value)
        {
            Head(id, RecordType.Number, 4);
            UInt32(value);
        }

        /// <summary>Appends a flag of one byte.</summary>
        public void Flag(int id, bool value)
        {
            Head(id, RecordType.Flag, 1);
            _bytes[Length++] = value ? (byte)1 : (byte)0;
        }

        /// <summary>Writes how long the fields are, appends the check value, and gives the whole record.</summary>
        public byte[] Finish()
        {
            var end = Length;
            Length = LengthAt;
            UInt16(end - HeaderBytes);
            Length = end;
            UInt32(Crc32.Of(_bytes, end));
            var record = new byte[Length];
            Array.Copy(_bytes, record, Length);
            return record;
        }

        private void Append(int id, int type, byte[] value)
        {
            Head(id, type, value.Length);
            Array.Copy(value, 0, _bytes, Length, value.Length);
            Length += value.Length;
        }

        private void Head(int id, int type, int length)
        {
            _bytes[Length++] = (byte)id;
            _bytes[Length++] = (byte)type;
            UInt16(length);
        }

        private void UInt16(int value)
        {
            _bytes[Length++] = (byte)value;
            _bytes[Length++] = (byte)(value >> 8);
        }

        private void UInt32(uint value)
        {
            UInt16((int)(value & 0xFFFF));
            UInt16((int)(value >> 16));
        }
    }
}
