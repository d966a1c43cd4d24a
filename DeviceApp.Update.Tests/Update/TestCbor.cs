using System.Text;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Writes deterministic CBOR, and any other on request.</summary>
    public sealed class TestCbor
    {
        private byte[] _bytes = new byte[64];
        private int _length;

        public byte[] Done
        {
            get { return TestBytes.Cut(_bytes, 0, _length); }
        }

        public TestCbor Number(long value)
        {
            return Head(0, value);
        }

        public TestCbor Bytes(byte[] value)
        {
            return Head(2, value.Length).Raw(value);
        }

        public TestCbor Text(string value)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            return Head(3, bytes.Length).Raw(bytes);
        }

        public TestCbor Array(int count)
        {
            return Head(4, count);
        }

        public TestCbor Map(int count)
        {
            return Head(5, count);
        }

        public TestCbor Raw(byte[] bytes)
        {
            while (_length + bytes.Length > _bytes.Length)
            {
                _bytes = TestBytes.Join(_bytes, new byte[_bytes.Length]);
            }

            System.Array.Copy(bytes, 0, _bytes, _length, bytes.Length);
            _length += bytes.Length;
            return this;
        }

        private TestCbor Head(int major, long value)
        {
            var size = value < 24 ? 0 : value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : value <= 0xFFFFFFFF ? 4 : 8;
            var head = new byte[1 + size];
            head[0] = (byte)((major << 5) | (size == 0 ? (int)value : size == 1 ? 24 : size == 2 ? 25 : size == 4 ? 26 : 27));
            for (var i = 0; i < size; i++)
            {
                head[size - i] = (byte)(value >> (8 * i));
            }

            return Raw(head);
        }
    }
}
