using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>The whole policy with real keys and signatures, on heads of another hand.</summary>
    [TestClass]
    public class OpensslTests
    {
        [TestMethod]
        public void A_head_that_openssl_signed_is_taken()
        {
            var decision = Judge(TestOpenssl.Head, Facts());
            Assert.IsTrue(decision.Accepted, decision.ToString());
            Assert.AreEqual("1.2.3", decision.Manifest.Version.ToString());
            Assert.AreEqual("Sample.Application", decision.Manifest.EntryType);
            var check = new PayloadCheck(decision.Manifest);
            check.Feed(TestImages.Greeter, 0, 576);
            Assert.AreEqual(UpdateReason.Accepted, check.Finish());
        }

        [TestMethod]
        public void A_key_rotation_that_openssl_signed_is_followed()
        {
            var decision = Judge(TestOpenssl.RotatedHead, Facts());
            Assert.IsTrue(decision.Accepted, decision.ToString());
            Assert.IsTrue(decision.Keys.Version == 2);
            var after = Facts();
            after.Keys = decision.Keys;
            Assert.AreEqual(UpdateReason.SignerUnknown, Judge(TestOpenssl.Head, after).Reason);
        }

        [TestMethod]
        public void A_changed_manifest_and_a_changed_signature_are_not()
        {
            var manifest = TestOpenssl.Head;
            manifest[24 + 20] ^= 1;
            Assert.AreEqual(UpdateReason.SignatureWrong, Judge(manifest, Facts()).Reason);
            var signature = TestOpenssl.Head;
            signature[signature.Length - 1] ^= 1;
            Assert.AreEqual(UpdateReason.SignatureWrong, Judge(signature, Facts()).Reason);
        }

        [TestMethod]
        public void A_key_that_is_no_point_of_the_curve_is_no_key()
        {
            var bytes = TestOpenssl.KeySet;
            bytes[bytes.Length - 1] ^= 1;
            KeySet set;
            Assert.AreEqual(UpdateReason.KeySetPoint, KeySet.Read(bytes, 0, bytes.Length, new EcdsaScheme(), out set));
        }

        private static UpdateDecision Judge(byte[] head, DeviceFacts facts)
        {
            return UpdatePolicy.Judge(head, head.Length, facts, new EcdsaScheme());
        }

        private static DeviceFacts Facts()
        {
            var bytes = TestOpenssl.KeySet;
            KeySet keys;
            Assert.AreEqual(UpdateReason.Accepted, KeySet.Read(bytes, 0, bytes.Length, new EcdsaScheme(), out keys));
            return new DeviceFacts
            {
                Product = "greeter",
                Target = "ESP32_S3",
                Keys = keys,
                ClockIsSet = true,
                Now = 1800000000,
                Host = new[] { new AssemblyReference("mscorlib", 1, 17) },
                SlotBytes = 100000,
                MemoryBytes = 50000
            };
        }
    }
}
