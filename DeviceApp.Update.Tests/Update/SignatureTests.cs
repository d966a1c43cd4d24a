using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class SignatureTests
    {
        private static readonly byte[] s_message = TestBytes.Of(100, 3);

        [TestMethod]
        public void The_threshold_is_what_counts()
        {
            var scheme = new TestScheme();
            var set = scheme.Set(1, 2, 1, 2, 3);
            Assert.AreEqual(UpdateReason.Accepted, Judge(scheme, set, scheme.SignatureList(s_message, 1, 3)));
            Assert.AreEqual(UpdateReason.Accepted, Judge(scheme, set, scheme.SignatureList(s_message, 1, 2, 3)));
            Assert.AreEqual(UpdateReason.SignaturesTooFew, Judge(scheme, set, scheme.SignatureList(s_message, 2)));
            Assert.AreEqual(UpdateReason.SignaturesTooFew, Judge(scheme, set, scheme.SignatureList(s_message, 2, 9)));
        }

        [TestMethod]
        public void Verification_ends_at_the_threshold_and_passes_over_strangers()
        {
            var scheme = new TestScheme();
            var set = scheme.Set(1, 2, 1, 2, 3);
            var before = scheme.Verifications;
            Judge(scheme, set, scheme.SignatureList(s_message, 1, 2, 3, 7, 8));
            Assert.AreEqual(2, scheme.Verifications - before);
        }

        [TestMethod]
        public void Arbitrary_installation_signatures_by_strangers_are_refused()
        {
            var scheme = new TestScheme();
            Assert.AreEqual(UpdateReason.SignerUnknown, Judge(scheme, scheme.Set(1, 1, 1), scheme.SignatureList(s_message, 2, 3, 4)));
        }

        [TestMethod]
        public void Arbitrary_installation_a_signature_of_something_else_is_refused()
        {
            var scheme = new TestScheme();
            var other = scheme.SignatureList(TestBytes.Of(100, 4), 1);
            Assert.AreEqual(UpdateReason.SignatureWrong, Judge(scheme, scheme.Set(1, 1, 1), other));
        }

        [TestMethod]
        public void Every_bit_flip_in_the_list_is_refused()
        {
            var scheme = new TestScheme();
            var set = scheme.Set(1, 2, 1, 2);
            var list = scheme.SignatureList(s_message, 1, 2);
            for (var bit = 0; bit < 8 * list.Length; bit++)
            {
                list[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.IsTrue(Judge(scheme, set, list) != UpdateReason.Accepted, "bit " + bit.ToString());
                list[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            Assert.AreEqual(UpdateReason.Accepted, Judge(scheme, set, list));
        }

        [TestMethod]
        public void Truncated_at_each_byte_the_list_is_refused()
        {
            var scheme = new TestScheme();
            var list = scheme.SignatureList(s_message, 1, 2);
            for (var length = 0; length < list.Length; length++)
            {
                SignatureList read;
                Assert.AreEqual(UpdateReason.Signatures + (int)CborError.Truncated, SignatureList.Read(list, 0, length, out read));
                Assert.IsNull(read);
            }

            SignatureList longer;
            var more = TestBytes.Join(list, new byte[1]);
            Assert.AreEqual(UpdateReason.Signatures + (int)CborError.TrailingBytes, SignatureList.Read(more, 0, more.Length, out longer));
        }

        [TestMethod]
        public void One_key_counts_once()
        {
            var scheme = new TestScheme();
            var signature = scheme.Sign(TestScheme.Key(1), scheme.Hash(s_message, 0, s_message.Length));
            var cbor = new TestCbor().Array(2);
            cbor.Array(2).Bytes(scheme.KeyId(1)).Bytes(signature).Array(2).Bytes(scheme.KeyId(1)).Bytes(signature);
            var list = cbor.Done;
            SignatureList read;
            Assert.AreEqual(UpdateReason.SignatureOrder, SignatureList.Read(list, 0, list.Length, out read));

            // And where a caller does not look at the order, it still does not count twice.
            var unchecked_ = SignatureList.Read(new CborReader(list, 0, list.Length), list);
            var hash = scheme.Hash(s_message, 0, s_message.Length);
            Assert.AreEqual(UpdateReason.SignaturesTooFew, SignatureCheck.Judge(scheme.Set(1, 2, 1, 2), hash, unchecked_, scheme));
        }

        [DataRow(0, UpdateReason.Signatures + (int)CborError.OutOfRange)]
        [DataRow(9, UpdateReason.Signatures + (int)CborError.OutOfRange)]
        [TestMethod]
        public void There_are_one_to_eight_signatures(int count, int reason)
        {
            var scheme = new TestScheme();
            var keys = new int[count];
            for (var i = 0; i < count; i++)
            {
                keys[i] = i;
            }

            Assert.AreEqual(reason, Judge(scheme, scheme.Set(1, 1, 1), scheme.SignatureList(s_message, keys)));
        }

        private static int Judge(TestScheme scheme, KeySet set, byte[] list)
        {
            SignatureList signatures;
            var reason = SignatureList.Read(list, 0, list.Length, out signatures);
            return reason != UpdateReason.Accepted ? reason : SignatureCheck.Judge(set, scheme.Hash(s_message, 0, s_message.Length), signatures, scheme);
        }
    }
}
