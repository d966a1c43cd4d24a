using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Key compromise: what a thief of keys can do, and how the others get rid of him.</summary>
    [TestClass]
    public class KeyRotationTests
    {
        [TestMethod]
        public void A_set_signed_by_old_and_new_keys_is_followed_over_several_versions()
        {
            var scheme = new TestScheme();
            var chain = new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 2), 1, 2).Add(scheme.KeySetBytes(3, 2, 2, 3), 2, 3);
            Follows(chain, scheme.Set(1, 1, 1), UpdateReason.Accepted, 3);
        }

        [TestMethod]
        public void Sets_that_the_device_knows_are_passed_over()
        {
            var scheme = new TestScheme();
            var chain = new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 2), 1, 2).Add(scheme.KeySetBytes(3, 1, 3), 2, 3);
            Follows(chain, scheme.Set(2, 1, 2), UpdateReason.Accepted, 3);
            Follows(chain, scheme.Set(3, 1, 3), UpdateReason.Accepted, 3);
            Follows(chain, scheme.Set(9, 1, 3), UpdateReason.Accepted, 9);
        }

        [TestMethod]
        public void Nobody_without_the_old_keys_replaces_them()
        {
            var scheme = new TestScheme();
            Follows(new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 2), 2), scheme.Set(1, 1, 1), UpdateReason.KeyChainOldKeys, 1);
        }

        [TestMethod]
        public void One_stolen_key_of_a_threshold_of_two_replaces_nothing()
        {
            var scheme = new TestScheme();
            var chain = new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 9), 1, 9);
            Follows(chain, scheme.Set(1, 2, 1, 2, 3), UpdateReason.KeyChainOldKeys, 1);
        }

        [TestMethod]
        public void A_set_that_nobody_can_sign_for_is_refused()
        {
            var scheme = new TestScheme();
            Follows(new TestChain(scheme).Add(scheme.KeySetBytes(2, 2, 2, 3), 1, 2), scheme.Set(1, 1, 1), UpdateReason.KeyChainNewKeys, 1);
        }

        [TestMethod]
        public void A_revoked_key_brings_nothing_back()
        {
            var scheme = new TestScheme();
            var set = scheme.Set(2, 1, 2);
            Follows(new TestChain(scheme).Add(scheme.KeySetBytes(1, 1, 1), 1), set, UpdateReason.Accepted, 2);
            Follows(new TestChain(scheme).Add(scheme.KeySetBytes(3, 1, 1), 1), set, UpdateReason.KeyChainOldKeys, 2);
        }

        [TestMethod]
        public void Fast_forward_of_the_version_is_refused()
        {
            var scheme = new TestScheme();
            var far = scheme.KeySetBytes(4294967295, 1, 1);
            Follows(new TestChain(scheme).Add(far, 1), scheme.Set(1, 1, 1), UpdateReason.KeyChainGap, 1);
            var chain = new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 1), 1).Add(far, 1);
            Follows(chain, scheme.Set(1, 1, 1), UpdateReason.KeyChainOrder, 1);
        }

        [TestMethod]
        public void A_chain_holds_whole_or_not_at_all()
        {
            var scheme = new TestScheme();
            var chain = new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 2), 1, 2).Add(scheme.KeySetBytes(3, 1, 3), 3);
            Follows(chain, scheme.Set(1, 1, 1), UpdateReason.KeyChainOldKeys, 1);
        }

        [TestMethod]
        public void The_order_of_versions_is_part_of_it()
        {
            var scheme = new TestScheme();
            var three = scheme.KeySetBytes(3, 1, 3);
            var two = scheme.KeySetBytes(2, 1, 2);
            Follows(new TestChain(scheme).Add(three, 2, 3).Add(two, 1, 2), scheme.Set(5, 1, 1), UpdateReason.KeyChainOrder, 5);
            Follows(new TestChain(scheme).Add(two, 1, 2).Add(two, 1, 2), scheme.Set(1, 1, 1), UpdateReason.KeyChainOrder, 1);
        }

        [TestMethod]
        public void Every_bit_flip_and_every_truncation_is_refused()
        {
            var scheme = new TestScheme();
            var chain = new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 2), 1, 2).Done;
            var set = scheme.Set(1, 1, 1);
            KeySet newest;
            for (var length = 1; length < chain.Length; length++)
            {
                Assert.IsTrue(KeyChain.Follow(chain, 0, length, set, scheme, out newest) != UpdateReason.Accepted);
                Assert.IsTrue(newest == set);
            }

            for (var bit = 0; bit < 8 * chain.Length; bit++)
            {
                chain[bit / 8] ^= (byte)(1 << (bit % 8));
                var reason = KeyChain.Follow(chain, 0, chain.Length, set, scheme, out newest);
                Assert.IsTrue(reason != UpdateReason.Accepted || newest == set, "bit " + bit.ToString());
                chain[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            Assert.AreEqual(UpdateReason.Accepted, KeyChain.Follow(chain, 0, chain.Length, set, scheme, out newest));
            Assert.IsTrue(newest.Version == 2);
        }

        [TestMethod]
        public void Nothing_follows_a_chain()
        {
            var scheme = new TestScheme();
            var chain = TestBytes.Join(new TestChain(scheme).Add(scheme.KeySetBytes(2, 1, 2), 1, 2).Done, new byte[1]);
            var set = scheme.Set(1, 1, 1);
            KeySet newest;
            Assert.AreEqual(UpdateReason.KeyChain + (int)CborError.TrailingBytes, KeyChain.Follow(chain, 0, chain.Length, set, scheme, out newest));
            Assert.IsTrue(newest == set);
        }

        [TestMethod]
        public void Signatures_in_a_chain_are_in_order_and_no_key_signs_twice()
        {
            var scheme = new TestScheme();
            var next = scheme.KeySetBytes(2, 1, 1);
            var signature = scheme.Sign(TestScheme.Key(1), scheme.Hash(next, 0, next.Length));
            var cbor = new TestCbor().Array(1).Array(2).Bytes(next).Array(2);
            cbor.Array(2).Bytes(scheme.KeyId(1)).Bytes(signature).Array(2).Bytes(scheme.KeyId(1)).Bytes(signature);
            var chain = cbor.Done;
            KeySet newest;
            Assert.AreEqual(UpdateReason.SignatureOrder, KeyChain.Follow(chain, 0, chain.Length, scheme.Set(1, 1, 1), scheme, out newest));
        }

        [TestMethod]
        public void No_chain_changes_nothing()
        {
            var set = new TestScheme().Set(4, 1, 1);
            KeySet newest;
            Assert.AreEqual(UpdateReason.Accepted, KeyChain.Follow(new byte[0], 0, 0, set, new TestScheme(), out newest));
            Assert.IsTrue(newest == set);
        }

        private static void Follows(TestChain chain, KeySet from, int reason, int version)
        {
            uint newest;
            Assert.AreEqual(reason, chain.Follow(from, out newest));
            Assert.IsTrue(newest == (uint)version);
        }
    }
}
