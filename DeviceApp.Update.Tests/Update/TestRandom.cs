namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>The same numbers on every run: xorshift32 (Marsaglia 2003).</summary>
    public sealed class TestRandom
    {
        private uint _state;

        public TestRandom(uint seed)
        {
            _state = seed;
        }

        /// <summary>From 0 to below <paramref name="limit"/>.</summary>
        public int Next(int limit)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)limit);
        }

        public byte[] Bytes(int length)
        {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
            {
                bytes[i] = (byte)Next(256);
            }

            return bytes;
        }

        /// <summary>A copy with one to four changes: a bit flipped, a byte set, some cut out, or some put in.</summary>
        public byte[] Mutate(byte[] original)
        {
            var bytes = TestBytes.Cut(original, 0, original.Length);
            for (var changes = 1 + Next(4); changes > 0 && bytes.Length > 0; changes--)
            {
                var at = Next(bytes.Length);
                switch (Next(6))
                {
                    case 0: bytes[at] ^= (byte)(1 << Next(8)); break;
                    case 1: bytes[at] = (byte)Next(256); break;
                    case 2: bytes[at]++; break;
                    case 3: bytes = TestBytes.Cut(bytes, 0, at); break;
                    case 4: bytes = TestBytes.Join(TestBytes.Cut(bytes, 0, at), TestBytes.Cut(bytes, at + 1, bytes.Length - at - 1)); break;
                    default: bytes = TestBytes.Join(TestBytes.Join(TestBytes.Cut(bytes, 0, at), Bytes(1 + Next(4))), TestBytes.Cut(bytes, at, bytes.Length - at)); break;
                }
            }

            return bytes;
        }
    }
}
