namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// A CBOR array of [key id, signature]: 1 to 8 of them, ascending by key id. The order leaves no place for a second signature by
    /// the same key.
    /// </summary>
    public sealed class SignatureList
    {
        /// <summary>Bytes of a key id.</summary>
        public const int KeyIdBytes = 8;

        /// <summary>Most signatures.</summary>
        public const int MaxCount = 8;

        // SEQUENCE of two INTEGERs of at most 33 bytes; the shortest has one byte each.
        private const int LeastBytes = 8;
        private const int MostBytes = 72;

        private readonly byte[] _bytes;
        private readonly int[] _keyIdAt = new int[MaxCount];
        private readonly int[] _at = new int[MaxCount];
        private readonly int[] _length = new int[MaxCount];

        private SignatureList(byte[] bytes)
        {
            _bytes = bytes;
        }

        /// <summary>How many there are.</summary>
        public int Count { get; private set; }

        /// <summary>The array that all of them lie in, and stay in.</summary>
        public byte[] Bytes
        {
            get { return _bytes; }
        }

        /// <summary>Reads a list that nothing follows.</summary>
        /// <returns>A <see cref="UpdateReason"/>; with <see cref="UpdateReason.Accepted"/> there is a list, else null.</returns>
        public static int Read(byte[] bytes, int offset, int length, out SignatureList list)
        {
            var reader = new CborReader(bytes, offset, length);
            list = Read(reader, bytes);
            reader.End();
            var reason = reader.Error != CborError.None ? UpdateReason.Signatures + (int)reader.Error
                : list.IsAscending() ? UpdateReason.Accepted : UpdateReason.SignatureOrder;
            if (reason != UpdateReason.Accepted)
            {
                list = null;
            }

            return reason;
        }

        /// <summary>Reads a list within other CBOR; the reader's error and <see cref="IsAscending"/> are the caller's to look at.</summary>
        public static SignatureList Read(CborReader reader, byte[] bytes)
        {
            var list = new SignatureList(bytes);
            var count = reader.Array(1, MaxCount);
            for (var i = 0; i < count; i++)
            {
                reader.Array(2, 2);
                reader.Bytes(KeyIdBytes, KeyIdBytes);
                list._keyIdAt[i] = reader.Position - KeyIdBytes;
                list._length[i] = reader.Bytes(LeastBytes, MostBytes);
                list._at[i] = reader.Position - list._length[i];
            }

            list.Count = reader.Error == CborError.None ? count : 0;
            return list;
        }

        /// <summary>Where a signature starts in <see cref="Bytes"/>.</summary>
        public int At(int index)
        {
            return _at[index];
        }

        /// <summary>Bytes of a signature.</summary>
        public int Length(int index)
        {
            return _length[index];
        }

        /// <summary>Below 0 where the key id of a signature is lower than this one, above 0 where it is higher, 0 where it is this one.</summary>
        public int CompareKeyId(int index, byte[] keyId)
        {
            return ByteOrder.Compare(_bytes, _keyIdAt[index], keyId, 0, KeyIdBytes);
        }

        /// <summary>Whether each key id is higher than the one before it.</summary>
        public bool IsAscending()
        {
            for (var i = 1; i < Count; i++)
            {
                if (ByteOrder.Compare(_bytes, _keyIdAt[i - 1], _bytes, _keyIdAt[i], KeyIdBytes) >= 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
