using System;
using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>Reads what <see cref="RecordWriter"/> writes, one field after the other.</summary>
    public sealed class RecordReader
    {
        private const int CheckBytes = 4;
        private const int FieldHeadBytes = 4;

        private readonly byte[] _bytes;
        private readonly int _end;
        private int _next = RecordWriter.HeaderBytes;
        private int _at;

        private RecordReader(byte[] bytes, int end)
        {
            _bytes = bytes;
            _end = end;
        }

        /// <summary>The sequence number.</summary>
        public uint Sequence
        {
            get { return LittleEndian.UInt32(_bytes, 8); }
        }

        /// <summary>Whether the fields do not fit in the record.</summary>
        public bool Broken { get; private set; }

        /// <summary>Id of the field.</summary>
        public int Id { get; private set; }

        /// <summary>Its <see cref="RecordType"/>.</summary>
        public int Type { get; private set; }

        /// <summary>Its length in bytes.</summary>
        public int Length { get; private set; }

        /// <summary>Opens a record of one kind.</summary>
        /// <returns>Null where a bit of it is wrong, or it is of another kind or version.</returns>
        public static RecordReader Open(byte[] bytes, uint magic, int version)
        {
            if (bytes == null || bytes.Length < RecordWriter.HeaderBytes + CheckBytes || bytes.Length > RecordWriter.MaxBytes)
            {
                return null;
            }

            var end = bytes.Length - CheckBytes;
            return LittleEndian.UInt32(bytes, 0) != magic || LittleEndian.UInt16(bytes, 4) != version || LittleEndian.UInt16(bytes, RecordWriter.LengthAt) != end - RecordWriter.HeaderBytes
                || LittleEndian.UInt32(bytes, end) != Crc32.Of(bytes, end)
                ? null : new RecordReader(bytes, end);
        }

        /// <summary>Goes to the next field.</summary>
        /// <returns>False behind the last one, and where the rest is <see cref="Broken"/>.</returns>
        public bool Next()
        {
            if (_next == _end || Broken)
            {
                return false;
            }

            if (_end - _next < FieldHeadBytes)
            {
                Broken = true;
                return false;
            }

            Id = _bytes[_next];
            Type = _bytes[_next + 1];
            Length = LittleEndian.UInt16(_bytes, _next + 2);
            _at = _next + FieldHeadBytes;
            Broken = Length > _end - _at;
            _next = _at + Length;
            return !Broken;
        }

        /// <summary>The field's text; null where it is none.</summary>
        public string Text()
        {
            var bytes = Type == RecordType.Text ? Copy() : null;
            return bytes == null || !Utf8.IsValid(bytes, Length) ? null : Length == 0 ? "" : Encoding.UTF8.GetString(bytes, 0, Length);
        }

        /// <summary>The field's number; false where it is none.</summary>
        public bool TryNumber(out uint value)
        {
            var isNumber = Type == RecordType.Number && Length == 4;
            value = isNumber ? LittleEndian.UInt32(_bytes, _at) : 0;
            return isNumber;
        }

        /// <summary>The field's flag; false where it is none.</summary>
        public bool TryFlag(out bool value)
        {
            var isFlag = Type == RecordType.Flag && Length == 1 && _bytes[_at] <= 1;
            value = isFlag && _bytes[_at] == 1;
            return isFlag;
        }

        /// <summary>The field's bytes; null where it has none, or not <paramref name="length"/> of them.</summary>
        public byte[] Bytes(int length)
        {
            return Type == RecordType.Bytes && Length == length ? Copy() : null;
        }

        private byte[] Copy()
        {
            var bytes = new byte[Length];
            Array.Copy(_bytes, _at, bytes, 0, Length);
            return bytes;
        }
    }
}
