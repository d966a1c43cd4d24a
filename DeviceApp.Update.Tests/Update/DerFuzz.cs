using System;
using SecureEsp.DeviceApp.Crypto;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Feeds the reader of signatures; what it takes has this one encoding.</summary>
    public sealed class DerFuzz
    {
        private readonly TestRandom _random;

        public DerFuzz(uint seed)
        {
            _random = new TestRandom(seed);
        }

        /// <returns>0 where the signature is taken, else 1 plus its length in tens.</returns>
        public int Signature()
        {
            var bytes = Encode(Number(), Number());
            if (_random.Next(2) == 0)
            {
                bytes = FuzzInputs.Bytes(_random, bytes);
            }

            var der = new DerSignature();
            if (!der.Read(bytes, 0, bytes.Length))
            {
                return 1 + (bytes.Length / 10);
            }

            var r = TestBytes.Cut(bytes, der.ROffset, der.RLength);
            var s = TestBytes.Cut(bytes, der.SOffset, der.SLength);
            if (!ByteOrder.AreEqual(bytes, Encode(Signed(r), Signed(s))))
            {
                throw new InvalidOperationException("two encodings of one signature");
            }

            return 0;
        }

        private byte[] Number()
        {
            return _random.Bytes(1 + _random.Next(33));
        }

        // An INTEGER has a sign: a number with the highest bit set has a zero before it. Without the zeros that are not needed.
        private static byte[] Signed(byte[] number)
        {
            var first = 0;
            while (first < number.Length - 1 && number[first] == 0)
            {
                first++;
            }

            var bare = TestBytes.Cut(number, first, number.Length - first);
            return bare[0] >= 0x80 ? TestBytes.Join(new byte[1], bare) : bare;
        }

        private static byte[] Encode(byte[] r, byte[] s)
        {
            var both = TestBytes.Join(Integer(r), Integer(s));
            return TestBytes.Join(new byte[] { 0x30, (byte)both.Length }, both);
        }

        private static byte[] Integer(byte[] contents)
        {
            return TestBytes.Join(new byte[] { 0x02, (byte)contents.Length }, contents);
        }
    }
}
