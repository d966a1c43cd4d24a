using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Each rule, named after the attack that it refuses (TUF 1.0 section 1.5, RFC 9124 section 4).</summary>
    [TestClass]
    public class PolicyTests
    {
        private delegate void Change(Manifest manifest, DeviceFacts facts);

        [TestMethod]
        public void A_good_bundle_is_accepted_with_all_that_is_known_of_it()
        {
            var device = new TestDevice();
            var decision = device.Judge(device.Head(Good(device), 1));
            Assert.IsTrue(decision.Accepted, decision.ToString());
            Assert.IsNull(decision.Detail);
            Assert.AreEqual("1.2.0", decision.Manifest.Version.ToString());
            Assert.AreEqual(32, decision.Digest.Length);
            Assert.IsTrue(decision.Keys == device.Facts.Keys);
            Assert.IsTrue(decision.Envelope.HeadBytes > 24);
        }

        [TestMethod]
        public void Arbitrary_installation()
        {
            var device = new TestDevice();
            Assert.AreEqual(UpdateReason.SignersDiffer, device.Judge(device.Head(Good(device), 1, 2)).Reason);
            Assert.AreEqual(UpdateReason.SignerUnknown, device.Judge(device.Head(Good(device), 2)).Reason);
            var unsigned = TestManifest.Encode(Good(device));
            var other = device.Scheme.SignatureList(TestBytes.Of(9, 9), 1);
            Assert.AreEqual(UpdateReason.SignatureWrong, device.Judge(TestDevice.Head(new byte[0], unsigned, other)).Reason);
            device.Facts.Keys = null;
            Assert.AreEqual(UpdateReason.NoKeySet, device.Judge(device.Head(Good(device), 1)).Reason);
        }

        [TestMethod]
        public void Nothing_is_read_of_a_manifest_that_is_not_signed()
        {
            var device = new TestDevice();
            var garbage = TestBytes.Of(200, 5);
            Assert.AreEqual(UpdateReason.SignerUnknown, device.Judge(TestDevice.Head(new byte[0], garbage, device.Scheme.SignatureList(garbage, 2))).Reason);
            Assert.AreEqual(
                UpdateReason.Manifest + (int)CborError.WrongType,
                device.Judge(TestDevice.Head(new byte[0], garbage, device.Scheme.SignatureList(garbage, 1))).Reason);
        }

        [TestMethod]
        public void A_signature_that_was_stripped_is_missed()
        {
            var device = new TestDevice();
            device.Facts.Keys = device.Scheme.Set(1, 1, 1, 2);
            var two = TestManifest.Good(device.Scheme, 1, 2);
            Assert.AreEqual(UpdateReason.Accepted, device.Judge(device.Head(two, 1, 2)).Reason);
            Assert.AreEqual(UpdateReason.SignersDiffer, device.Judge(device.Head(two, 1)).Reason);
            Assert.AreEqual(UpdateReason.SignersDiffer, device.Judge(device.Head(TestManifest.Good(device.Scheme, 2), 1)).Reason);
            Assert.AreEqual(UpdateReason.SignersDiffer, device.Judge(device.Head(two, 2)).Reason);
        }

        [TestMethod]
        public void A_signature_that_was_added_is_noticed()
        {
            var device = new TestDevice();
            device.Facts.Keys = device.Scheme.Set(1, 1, 1, 2);
            Assert.AreEqual(UpdateReason.SignersDiffer, device.Judge(device.Head(TestManifest.Good(device.Scheme, 1), 1, 2)).Reason);
            Assert.AreEqual(UpdateReason.SignersDiffer, device.Judge(device.Head(TestManifest.Good(device.Scheme, 2), 1, 2)).Reason);
        }

        [TestMethod]
        public void Wrong_software()
        {
            Refused(UpdateReason.OtherProduct, "blink, not heater", (m, f) => f.Product = "heater");
            Refused(UpdateReason.OtherProduct, "Blink, not blink", (m, f) => m.Product = "Blink");
            Refused(UpdateReason.OtherTarget, "ESP32_C3, not ESP32_S3", (m, f) => m.Target = "ESP32_C3");
            Refused(UpdateReason.OtherPeFormat, "Blink", (m, f) => m.Images[1].PeFormat = 2);
        }

        [TestMethod]
        public void Rollback()
        {
            Refused(UpdateReason.NotNewer, "1.1.0, running 1.1.0", (m, f) => m.Version = new SemanticVersion(1, 1, 0));
            Refused(UpdateReason.NotNewer, "1.0.9, running 1.1.0", (m, f) => m.Version = new SemanticVersion(1, 0, 9));
            Refused(UpdateReason.BelowFloor, "1.2.0, lowest 1.2.1", (m, f) => f.Floor = new SemanticVersion(1, 2, 1));
            Refused(UpdateReason.Accepted, null, (m, f) => f.Floor = new SemanticVersion(1, 2, 0));
            Refused(UpdateReason.SequenceNotNewer, "11, running 11", (m, f) => m.Sequence = 11);
            Refused(UpdateReason.SequenceNotNewer, "0, running 11", (m, f) => m.Sequence = 0);
        }

        [TestMethod]
        public void Replay_of_what_runs_or_has_failed()
        {
            var device = new TestDevice();
            var head = device.Head(Good(device), 1);
            var digest = device.Judge(head).Digest;
            device.Facts.RunningDigest = digest;
            Assert.AreEqual(UpdateReason.UpToDate, device.Judge(head).Reason);
            device.Facts.RunningDigest = null;
            device.Facts.NeverAgain = new[] { null, TestBytes.Of(32, 1), digest };
            var verifications = device.Scheme.Verifications;
            Assert.AreEqual(UpdateReason.NeverAgain, device.Judge(head).Reason);
            Assert.AreEqual(verifications, device.Scheme.Verifications);
        }

        [TestMethod]
        public void Fast_forward()
        {
            Refused(UpdateReason.SequenceJump, "65548, running 11", (m, f) => m.Sequence = 65548);
            Refused(UpdateReason.SequenceJump, "4294967295, running 11", (m, f) => m.Sequence = 4294967295);
            Refused(UpdateReason.Accepted, null, (m, f) => m.Sequence = 65547);
        }

        [TestMethod]
        public void Indefinite_freeze()
        {
            Refused(UpdateReason.Expired, "0 s ago", (m, f) => m.Expires = f.Now);
            Refused(UpdateReason.Expired, "3600 s ago", (m, f) => m.Expires = f.Now - 3600);
            Refused(UpdateReason.Accepted, null, (m, f) => m.Expires = f.Now + 1);
            Refused(UpdateReason.ClockUnset, null, (m, f) => f.ClockIsSet = false);
        }

        [TestMethod]
        public void Endless_data()
        {
            Refused(UpdateReason.MemorySize, "5600 of 5599 bytes", (m, f) => f.MemoryBytes = 5599);
            Refused(UpdateReason.Accepted, null, (m, f) => f.MemoryBytes = 5600);
            var device = new TestDevice();
            var head = device.Head(Good(device), 1);
            var whole = head.Length + (2 * 32) + 5600;
            device.Facts.SlotBytes = whole - 1;
            Assert.AreEqual(UpdateReason.SlotSize, device.Judge(head).Reason);
            device.Facts.SlotBytes = whole;
            Assert.IsTrue(device.Judge(head).Accepted);
        }

        [TestMethod]
        public void Eavesdropping_an_encrypted_bundle_needs_its_key()
        {
            Refused(UpdateReason.Accepted, null, (m, f) => Encrypt(m, "fleet"));
            Refused(UpdateReason.NoSuchKey, "device-7", (m, f) => Encrypt(m, "device-7"));
            Refused(UpdateReason.NoSuchKey, "fleet", (m, f) =>
            {
                Encrypt(m, "fleet");
                f.PayloadKeys = null;
            });
            Refused(UpdateReason.PayloadMac, "fleet", (m, f) =>
            {
                Encrypt(m, "fleet");
                m.Encryption.Mac[31] ^= 1;
            });
        }

        [TestMethod]
        public void Partial_bundle_truncated_at_each_byte_of_the_head()
        {
            var device = new TestDevice();
            device.Facts.Keys = device.Scheme.Set(1, 1, 3);
            var chain = new TestChain(device.Scheme).Add(device.Scheme.KeySetBytes(2, 1, 1), 1, 3).Done;
            var head = device.Head(chain, Good(device), 1);
            for (var length = 0; length < head.Length; length++)
            {
                var decision = UpdatePolicy.Judge(head, length, device.Facts, device.Scheme);
                Assert.AreEqual(UpdateReason.EnvelopeTruncated, decision.Reason);
                Assert.IsTrue(decision.Keys == device.Facts.Keys);
            }

            Assert.IsTrue(device.Judge(head).Accepted);
        }

        [TestMethod]
        public void A_bit_flip_anywhere_in_the_head_is_refused()
        {
            var device = new TestDevice();
            device.Facts.Keys = device.Scheme.Set(1, 1, 3);
            var chain = new TestChain(device.Scheme).Add(device.Scheme.KeySetBytes(2, 1, 1), 1, 3).Done;
            var head = device.Head(chain, Good(device), 1);
            for (var bit = 0; bit < 8 * head.Length; bit++)
            {
                head[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.IsFalse(device.Judge(head).Accepted, "bit " + bit.ToString());
                head[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        [TestMethod]
        public void Installed_bundles_start_whatever_the_time_and_what_is_newer()
        {
            var device = new TestDevice();
            var head = device.Head(Good(device), 1);
            device.Facts.ClockIsSet = false;
            device.Facts.Running = new SemanticVersion(9, 0, 0);
            device.Facts.Sequence = 4000000000;
            device.Facts.RunningDigest = device.Judge(head).Digest;
            Assert.IsTrue(device.JudgeInstalled(head).Accepted);
        }

        [TestMethod]
        public void Installed_bundles_that_were_changed_revoked_or_failed_do_not_start()
        {
            var device = new TestDevice();
            var head = device.Head(Good(device), 1);
            device.Facts.Floor = new SemanticVersion(1, 2, 1);
            Assert.AreEqual(UpdateReason.BelowFloor, device.JudgeInstalled(head).Reason);
            device.Facts.Floor = new SemanticVersion(1, 2, 0);
            device.Facts.Target = "ESP32_C3";
            Assert.AreEqual(UpdateReason.OtherTarget, device.JudgeInstalled(head).Reason);
            device.Facts.Target = "ESP32_S3";
            device.Facts.NeverAgain = new[] { device.Judge(head).Digest };
            Assert.AreEqual(UpdateReason.NeverAgain, device.JudgeInstalled(head).Reason);
            device.Facts.NeverAgain = new byte[0][];
            head[100] ^= 1;
            Assert.AreEqual(UpdateReason.SignatureWrong, device.JudgeInstalled(head).Reason);
            head[100] ^= 1;
            device.Facts.Host = new AssemblyReference[0];
            Assert.AreEqual(UpdateReason.ReferenceMissing, device.JudgeInstalled(head).Reason);
        }

        private static Manifest Good(TestDevice device)
        {
            return TestManifest.Good(device.Scheme, 1);
        }

        private static void Encrypt(Manifest manifest, string key)
        {
            manifest.Encryption = TestManifest.Encryption(key);
            manifest.Payload = new PayloadLayout(5616);
        }

        private static void Refused(int reason, string detail, Change change)
        {
            var device = new TestDevice();
            var manifest = Good(device);
            change(manifest, device.Facts);
            var decision = device.Judge(device.Head(manifest, 1));
            Assert.AreEqual(reason, decision.Reason, decision.ToString());
            Assert.AreEqual(detail, decision.Detail);
        }
    }
}
