using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class ManifestTests
    {
        [TestMethod]
        public void Every_field_comes_back()
        {
            var encrypted = Good();
            encrypted.Encryption = TestManifest.Encryption("fleet");
            encrypted.Payload = new PayloadLayout(5616);
            foreach (var given in new[] { Good(), encrypted })
            {
                var bytes = TestManifest.Encode(given);
                Manifest read;
                Assert.AreEqual(0, ManifestReader.Read(bytes, 0, bytes.Length, out read));
                Assert.IsTrue(ByteOrder.AreEqual(bytes, TestManifest.Encode(read)));
                Assert.AreEqual("blink", read.Product);
                Assert.IsTrue(read.Sequence == 12);
                Assert.AreEqual("1.2.0", read.Version.ToString());
                Assert.AreEqual("Colours 1.0", read.Images[1].References[1].ToString());
                Assert.AreEqual(5600, read.ImageBytes);
                Assert.AreEqual("Blink.Application", read.EntryType);
            }
        }

        [TestMethod]
        public void Truncated_at_each_byte_it_is_refused()
        {
            var bytes = TestManifest.Encode(Good());
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.AreEqual(UpdateReason.Manifest + (int)CborError.Truncated, Read(bytes, length), length.ToString());
            }

            Assert.AreEqual(UpdateReason.Manifest + (int)CborError.TrailingBytes, Read(TestBytes.Join(bytes, new byte[1]), bytes.Length + 1));
        }

        [TestMethod]
        public void A_bit_flip_is_refused_or_gives_another_manifest_and_never_the_same()
        {
            var bytes = TestManifest.Encode(Good());
            for (var bit = 0; bit < 8 * bytes.Length; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Manifest read;
                if (ManifestReader.Read(bytes, 0, bytes.Length, out read) == UpdateReason.Accepted)
                {
                    Assert.IsTrue(ByteOrder.AreEqual(bytes, TestManifest.Encode(read)), "bit " + bit.ToString());
                }

                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        [TestMethod]
        public void Each_rule_between_fields_has_its_own_reason()
        {
            Refused(UpdateReason.ManifestPages, m => m.PageDigests = new[] { TestBytes.Of(32, 1), TestBytes.Of(32, 2) });
            Refused(UpdateReason.ManifestImageSizes, m => m.Images[0].Size++);
            Refused(UpdateReason.ManifestImageSizes, m => m.Payload = new PayloadLayout(5601));
            Refused(UpdateReason.ManifestImageSizes, m => m.Encryption = TestManifest.Encryption("fleet"));
            Refused(UpdateReason.ManifestFloor, m => m.Floor = new SemanticVersion(1, 2, 1));
            Refused(UpdateReason.ManifestImageTwice, m => m.Images[0].Name = "Blink");
            Refused(UpdateReason.ManifestReferenceTwice, m => m.Images[1].References[1] = new AssemblyReference("mscorlib", 1, 0));
            Refused(UpdateReason.ManifestSigners, m => m.Signers = new[] { m.Signers[1], m.Signers[0] });
            Refused(UpdateReason.ManifestSigners, m => m.Signers = new[] { m.Signers[0], m.Signers[0] });
            Refused(UpdateReason.ManifestEncryption, m => Encrypt(m, 2));
            Accepted(m => m.Floor = m.Version);
            Accepted(m => Encrypt(m, 1));
        }

        [TestMethod]
        public void Values_outside_their_limits_are_refused()
        {
            const int range = UpdateReason.Manifest + (int)CborError.OutOfRange;
            Refused(range, m => m.Product = new string('p', 33));
            Refused(range, m => m.Product = "");
            Refused(range, m => m.Target = new string('t', 33));
            Refused(range, m => m.Version = new SemanticVersion(1, 65536, 0));
            Refused(range, m => m.Expires = 0);
            Refused(range, m => m.Expires = 253402300800);
            Refused(range, m => m.Images = new ManifestImage[0]);
            Refused(range, m => m.Images[1].Name = new string('n', 65));
            Refused(range, m => m.Images[1].Size = 123);
            Refused(range, m => m.Images[1].PeFormat = 0);
            Refused(range, m => m.Images[1].Sha256 = new byte[31]);
            Refused(range, m => m.Payload = new PayloadLayout((16 * 1024 * 1024) + 1));
            Refused(range, m => m.PageDigests = new byte[0][]);
            Refused(range, m => m.PageDigests[0] = new byte[33]);
            Refused(range, m => m.Signers = new byte[0][]);
            Refused(range, m => m.Signers[0] = new byte[9]);
            Refused(range, m => m.EntryType = new string('e', 129));
            Refused(UpdateReason.Manifest + (int)CborError.BadText, m => m.Product = "a\nb");
            Accepted(m => m.EntryType = new string('e', 128));
            Accepted(m => m.Product = new string('p', 32));
        }

        [TestMethod]
        public void More_images_than_sixteen_are_refused()
        {
            var seventeen = new ManifestImage[17];
            for (var i = 0; i < seventeen.Length; i++)
            {
                seventeen[i] = TestManifest.Image("L" + i.ToString(), 124);
            }

            Refused(UpdateReason.Manifest + (int)CborError.OutOfRange, m => m.Images = seventeen);
        }

        [TestMethod]
        public void Unknown_formats_and_unknown_keys_are_refused()
        {
            var bytes = TestManifest.Encode(Good());
            bytes[2] = 2;
            Assert.AreEqual(UpdateReason.ManifestFormat, Read(bytes, bytes.Length));
            bytes[2] = 1;
            bytes[3] = 13;
            Assert.AreEqual(UpdateReason.Manifest + (int)CborError.WrongKey, Read(bytes, bytes.Length));
            bytes[3] = 2;
            bytes[0] = 0xAD;
            Assert.AreEqual(UpdateReason.Manifest + (int)CborError.OutOfRange, Read(bytes, bytes.Length));
            bytes[0] = 0xAC;
            Assert.AreEqual(UpdateReason.Manifest + (int)CborError.WrongKey, Read(bytes, bytes.Length));
        }

        private static Manifest Good()
        {
            return TestManifest.Good(new TestScheme(), 1, 2);
        }

        private static void Encrypt(Manifest manifest, uint algorithm)
        {
            manifest.Encryption = TestManifest.Encryption("fleet");
            manifest.Encryption.Algorithm = algorithm;
            manifest.Payload = new PayloadLayout(5616);
        }

        private delegate void Change(Manifest manifest);

        private static void Refused(int reason, Change change)
        {
            var manifest = Good();
            change(manifest);
            var bytes = TestManifest.Encode(manifest);
            Assert.AreEqual(reason, Read(bytes, bytes.Length));
        }

        private static void Accepted(Change change)
        {
            Refused(UpdateReason.Accepted, change);
        }

        private static int Read(byte[] bytes, int length)
        {
            Manifest manifest;
            var reason = ManifestReader.Read(bytes, 0, length, out manifest);
            Assert.AreEqual(reason == UpdateReason.Accepted, manifest != null);
            return reason;
        }
    }
}
