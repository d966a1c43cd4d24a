using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class KeySetTests
    {
        [TestMethod]
        public void A_key_set_is_read_and_keeps_its_encoding()
        {
            var scheme = new TestScheme();
            var bytes = scheme.KeySetBytes(4294967295, 3, 1, 2, 3, 4, 5, 6, 7, 8);
            KeySet set;
            Assert.AreEqual(UpdateReason.Accepted, KeySet.Read(bytes, 0, bytes.Length, scheme, out set));
            Assert.IsTrue(set.Version == 4294967295);
            Assert.AreEqual(3, set.Threshold);
            Assert.AreEqual(8, set.Keys.Length);
            Assert.IsTrue(ByteOrder.AreEqual(TestScheme.Key(8), set.Keys[7]));
            Assert.IsTrue(ByteOrder.AreEqual(scheme.KeyId(8), set.KeyIds[7]));
            Assert.IsTrue(ByteOrder.AreEqual(bytes, set.Encoded));
            Assert.IsTrue(bytes.Length <= KeySet.MaxBytes);
        }

        [TestMethod]
        public void A_threshold_must_be_reachable_and_not_nothing()
        {
            Assert.AreEqual(UpdateReason.KeySetThreshold, Read(new TestScheme().KeySetBytes(1, 0, 1, 2)));
            Assert.AreEqual(UpdateReason.KeySetThreshold, Read(new TestScheme().KeySetBytes(1, 3, 1, 2)));
            Assert.AreEqual(UpdateReason.Accepted, Read(new TestScheme().KeySetBytes(1, 2, 1, 2)));
        }

        [TestMethod]
        public void A_key_stands_in_it_once()
        {
            Assert.AreEqual(UpdateReason.KeySetDuplicate, Read(new TestScheme().KeySetBytes(1, 1, 1, 2, 1)));
        }

        [TestMethod]
        public void It_has_one_to_eight_keys_and_a_version()
        {
            const int range = UpdateReason.KeySet + (int)CborError.OutOfRange;
            Assert.AreEqual(range, Read(new TestScheme().KeySetBytes(1, 1)));
            Assert.AreEqual(range, Read(new TestScheme().KeySetBytes(1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
            Assert.AreEqual(range, Read(new TestScheme().KeySetBytes(0, 1, 1)));
            Assert.AreEqual(range, Read(new TestScheme().KeySetBytes(4294967296, 1, 1)));
        }

        [TestMethod]
        public void Keys_are_uncompressed_points_and_the_format_is_known()
        {
            var bytes = new TestScheme().KeySetBytes(1, 1, 1);
            bytes[2] = 2;
            Assert.AreEqual(UpdateReason.KeySetFormat, Read(bytes));
            bytes[2] = 1;
            bytes[bytes.Length - 65] = 2;
            Assert.AreEqual(UpdateReason.KeySetPoint, Read(bytes));
        }

        [TestMethod]
        public void Truncated_at_each_byte_it_is_refused()
        {
            var bytes = new TestScheme().KeySetBytes(7, 1, 1, 2);
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.AreEqual(UpdateReason.KeySet + (int)CborError.Truncated, Read(TestBytes.Cut(bytes, 0, length)));
            }

            Assert.AreEqual(UpdateReason.KeySet + (int)CborError.TrailingBytes, Read(TestBytes.Join(bytes, new byte[1])));
        }

        private static int Read(byte[] bytes)
        {
            KeySet set;
            var reason = KeySet.Read(bytes, 0, bytes.Length, new TestScheme(), out set);
            Assert.AreEqual(reason == UpdateReason.Accepted, set != null);
            return reason;
        }
    }
}
