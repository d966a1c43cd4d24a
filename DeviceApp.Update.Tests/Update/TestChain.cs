using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Writes key chains.</summary>
    public sealed class TestChain
    {
        private readonly TestScheme _scheme;
        private readonly TestCbor _links = new TestCbor();
        private int _count;

        public TestChain(TestScheme scheme)
        {
            _scheme = scheme;
        }

        public byte[] Done
        {
            get { return new TestCbor().Array(_count).Raw(_links.Done).Done; }
        }

        public TestChain Add(byte[] keySet, params int[] signers)
        {
            _links.Array(2).Bytes(keySet);
            _scheme.AppendSignatures(_links, keySet, signers);
            _count++;
            return this;
        }

        /// <summary>Follows it from a set; the newest set's version is in <paramref name="version"/>.</summary>
        public int Follow(KeySet from, out uint version)
        {
            var bytes = Done;
            KeySet newest;
            var reason = KeyChain.Follow(bytes, 0, bytes.Length, from, _scheme, out newest);
            version = newest.Version;
            return reason;
        }
    }
}
