using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Reads deterministic CBOR (RFC 8949 section 4.2.1), and of it only unsigned numbers, byte strings, text, arrays and
    /// maps with small numbers as keys. The caller asks for what must come, so nothing is skipped and nothing nests deeper
    /// than the caller's own code. The first error stays; what is read after it is 0, empty or null, and ends every loop.
    /// </summary>
    public sealed class CborReader
    {
        private const int MajorUnsigned = 0;
        private const int MajorBytes = 2;
        private const int MajorText = 3;
        private const int MajorArray = 4;
        private const int MajorMap = 5;

        private readonly byte[] _bytes;
        private readonly int _end;

        /// <summary>Reads <paramref name="length"/> bytes from <paramref name="offset"/> on, which must lie within the array.</summary>
        public CborReader(byte[] bytes, int offset, int length)
        {
            _bytes = bytes;
            Position = offset;
            _end = offset + length;
        }

        /// <summary>What is wrong; nothing, where all is well so far.</summary>
        public CborError Error { get; private set; }

        /// <summary>Index in the array of what comes next.</summary>
        public int Position { get; private set; }

        /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, neither negative.</summary>
        public long Number(long least, long most)
        {
            var value = Head(MajorUnsigned);
            if (Error != CborError.None || value > (ulong)most || value < (ulong)least)
            {
                Fail(CborError.OutOfRange);
                return 0;
            }

            return (long)value;
        }

        /// <summary>How many items an array has, which follow.</summary>
        public int Array(int least, int most)
        {
            return Count(Head(MajorArray), least, most);
        }

        /// <summary>How many pairs a map has, which follow.</summary>
        public int Map(int least, int most)
        {
            return Count(Head(MajorMap), least, most);
        }

        /// <summary>Reads a map's key, which must be this one. Asked for in ascending order, no other order passes.</summary>
        public void Key(int key)
        {
            if (Error == CborError.None && Head(MajorUnsigned) != (ulong)key)
            {
                Fail(CborError.WrongKey);
            }
        }

        /// <summary>Passes over a byte string.</summary>
        /// <returns>Its length; its bytes end at <see cref="Position"/>.</returns>
        public int Bytes(int least, int most)
        {
            return Contents(MajorBytes, least, most);
        }

        /// <summary>A byte string of exactly this length; null after an error.</summary>
        public byte[] Copy(int length)
        {
            if (Bytes(length, length) != length)
            {
                return null;
            }

            var copy = new byte[length];
            System.Array.Copy(_bytes, Position - length, copy, 0, length);
            return copy;
        }

        /// <summary>Text of 1 to <paramref name="most"/> bytes: UTF-8 without control characters. Empty after an error.</summary>
        public string Text(int most)
        {
            var length = Contents(MajorText, 1, most);
            if (length == 0)
            {
                return "";
            }

            if (!Utf8.IsValid(_bytes, Position - length, length) || !PlainText.HasNoControls(_bytes, Position - length, length))
            {
                Fail(CborError.BadText);
                return "";
            }

            return Encoding.UTF8.GetString(_bytes, Position - length, length);
        }

        /// <summary>Nothing may follow.</summary>
        public void End()
        {
            if (Position != _end)
            {
                Fail(CborError.TrailingBytes);
            }
        }

        /// <summary>Marks what the caller found wrong with a value.</summary>
        public void Fail(CborError error)
        {
            if (Error == CborError.None)
            {
                Error = error;
            }
        }

        private int Contents(int major, int least, int most)
        {
            var length = Count(Head(major), least, most);
            if (length > _end - Position)
            {
                Fail(CborError.Truncated);
                return 0;
            }

            Position += length;
            return length;
        }

        private int Count(ulong value, int least, int most)
        {
            if (Error != CborError.None || value < (ulong)least || value > (ulong)most)
            {
                Fail(CborError.OutOfRange);
                return 0;
            }

            return (int)value;
        }

        // The number in an item's head (RFC 8949 section 3).
        private ulong Head(int major)
        {
            if (Error != CborError.None || Position >= _end)
            {
                Fail(CborError.Truncated);
                return 0;
            }

            int first = _bytes[Position];
            var info = first & 31;
            if (first >> 5 != major)
            {
                Fail(CborError.WrongType);
                return 0;
            }

            Position++;
            if (info < 24)
            {
                return (ulong)info;
            }

            return info < 28 ? Argument(1 << (info - 24)) : Refuse(CborError.NotDeterministic);
        }

        private ulong Argument(int size)
        {
            if (size > _end - Position)
            {
                return Refuse(CborError.Truncated);
            }

            ulong value = 0;
            for (var i = 0; i < size; i++)
            {
                value = (value << 8) | _bytes[Position++];
            }

            var shorter = size == 1 ? value < 24 : value >> (size * 4) == 0;
            return shorter ? Refuse(CborError.NotDeterministic) : value;
        }

        private ulong Refuse(CborError error)
        {
            Fail(error);
            return 0;
        }
    }
}
