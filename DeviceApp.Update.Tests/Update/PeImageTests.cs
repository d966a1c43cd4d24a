using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class PeImageTests
    {
        [TestMethod]
        public void What_was_checked_before_is_checked_again_but_for_the_bodys_check_value()
        {
            var image = TestImages.Greeter;
            image[300] ^= 1;
            Assert.AreEqual(UpdateReason.ImageBodyCrc, Check(image, false));
            Assert.AreEqual(UpdateReason.Accepted, Check(image, true));
            image = TestImages.Seal(TestImages.Patch(TestImages.Greeter, "24:10"));
            Assert.AreEqual(Check(image, false), Check(image, true));
            Assert.IsTrue(Check(image, true) != UpdateReason.Accepted);
        }

        [TestMethod]
        public void Images_of_the_real_converter_are_good_however_they_are_cut()
        {
            foreach (var cut in new[] { 1, 3, 16, 123, 124, 125, 200, 4096 })
            {
                Assert.AreEqual(UpdateReason.Accepted, Check(TestImages.Greeter, TestImages.OfGreeter, cut), cut.ToString());
                Assert.AreEqual(UpdateReason.Accepted, Check(TestImages.Counter, TestImages.OfCounter, cut), cut.ToString());
            }
        }

        [DataRow("bad body crc", "573:03", UpdateReason.ImageBodyCrc)]
        [DataRow("bad header crc", "40:7D", UpdateReason.ImageHeaderCrc)]
        [DataRow("format 2", "5:32 8:A5 9:51 10:E1 11:25", UpdateReason.ImageFormat)]
        [DataRow("native patch", "8:EA 9:C4 10:AD 11:E2 24:10 25:00 26:00 27:00", UpdateReason.ImageNativePatch)]
        [DataRow("needs reboot", "8:10 9:22 10:8C 11:A0 16:01", UpdateReason.ImageNeedsReboot)]
        [DataRow("patched methods", "8:AE 9:82 10:2A 11:44 104:03", UpdateReason.ImagePatchedMethods)]
        [DataRow("size lies", "8:2C 9:BA 10:EB 11:66 100:FF 101:FF 102:FF 103:7F", UpdateReason.ImageTables)]
        [TestMethod]
        public void Samples_with_a_fault_are_refused(string sample, string changes, int reason)
        {
            foreach (var cut in new[] { 1, 100, 4096 })
            {
                Assert.AreEqual(reason, Check(TestImages.Patch(TestImages.Greeter, changes), TestImages.OfGreeter, cut), sample);
            }
        }

        [TestMethod]
        public void The_sample_that_refers_to_what_no_host_has_is_told_from_its_manifest()
        {
            var image = TestImages.Patch(TestImages.Counter, "8:7B 9:79 10:24 11:1E 12:96 13:4E 14:80 15:3A 433:7A");
            Assert.AreEqual(UpdateReason.ImageReferences, Check(image, TestImages.OfCounter, 4096));
            var honest = TestImages.OfCounter;
            honest.References[2] = new AssemblyReference("nanoFramework.System.Tezt", 1, 3);
            Assert.AreEqual(UpdateReason.Accepted, Check(image, honest, 4096));
        }

        [TestMethod]
        public void The_check_value_is_that_of_POSIX_without_its_inversion_and_may_be_made_in_parts()
        {
            var bytes = Encoding.UTF8.GetBytes("123456789");
            for (var cut = 0; cut <= bytes.Length; cut++)
            {
                Assert.IsTrue(PeCrc32.Append(PeCrc32.Append(0, bytes, 0, cut), bytes, cut, bytes.Length - cut) == 0x89A1897F);
            }
        }

        [TestMethod]
        public void Truncated_at_each_byte_it_is_refused()
        {
            var image = TestImages.Greeter;
            for (var length = 0; length < image.Length; length++)
            {
                Assert.AreEqual(UpdateReason.ImageTruncated, Check(TestBytes.Cut(image, 0, length), TestImages.OfGreeter, 4096));
            }

            Assert.AreEqual(UpdateReason.ImageSize, Check(TestBytes.Join(image, new byte[1]), TestImages.OfGreeter, 4096));
            var half = TestImages.OfGreeter;
            half.Size = 288;
            Assert.AreEqual(UpdateReason.ImageSize, Check(TestBytes.Cut(image, 0, 288), half, 4096));
        }

        [TestMethod]
        public void Every_bit_flip_is_refused()
        {
            var image = TestImages.Counter;
            for (var bit = 0; bit < 8 * image.Length; bit++)
            {
                image[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.IsTrue(Check(image, TestImages.OfCounter, 4096) != UpdateReason.Accepted, "bit " + bit.ToString());
                image[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        [DataRow("0:4F", UpdateReason.ImageMarker)]
        [DataRow("5:33", UpdateReason.ImageMarker)]
        [DataRow("6:01", UpdateReason.ImageMarker)]
        [DataRow("16:02", UpdateReason.ImageFlags)]
        [DataRow("19:80", UpdateReason.ImageFlags)]
        [DataRow("20:01", UpdateReason.ImageNativeMethods)]
        [DataRow("24:FE", UpdateReason.ImageNativePatch)]
        [DataRow("38:02", UpdateReason.ImageStringTable)]
        [DataRow("40:80", UpdateReason.ImageTables)]
        [DataRow("40:70", UpdateReason.ImageTables)]
        [DataRow("116:01", UpdateReason.ImageTables)]
        [DataRow("44:00 45:00", UpdateReason.ImageTables)]
        [DataRow("44:86", UpdateReason.ImageTables)]
        [DataRow("44:8C", UpdateReason.ImageTables)]
        [DataRow("88:8C", UpdateReason.ImageStrings)]
        [DataRow("88:84 89:01", UpdateReason.ImageTables)]
        [DataRow("100:44", UpdateReason.ImageSize)]
        [DataRow("103:80", UpdateReason.ImageTables)]
        [DataRow("107:01", UpdateReason.ImagePatchedMethods)]
        [DataRow("119:04", UpdateReason.ImageTables)]
        [DataRow("108:01", UpdateReason.ImageTables)]
        [DataRow("123:01", UpdateReason.ImageTables)]
        [DataRow("28:01", UpdateReason.ImageVersion)]
        [DataRow("34:01", UpdateReason.ImageVersion)]
        [DataRow("36:48", UpdateReason.ImageName)]
        [DataRow("36:46", UpdateReason.ImageName)]
        [DataRow("36:65", UpdateReason.ImageStrings)]
        [DataRow("37:10", UpdateReason.ImageStrings)]
        [DataRow("36:D2 37:FC", UpdateReason.ImageName)]
        [DataRow("36:FF 37:FF", UpdateReason.ImageName)]
        [DataRow("124:28 125:FE", UpdateReason.ImageReferences)]
        [DataRow("124:D3 125:FC", UpdateReason.ImageReferences)]
        [DataRow("124:01 125:00", UpdateReason.ImageReferences)]
        [DataRow("124:80 125:00", UpdateReason.ImageStrings)]
        [DataRow("128:02", UpdateReason.ImageReferences)]
        [DataRow("130:10", UpdateReason.ImageReferences)]
        [DataRow("470:41", UpdateReason.ImageName)]
        [TestMethod]
        public void A_field_that_is_wrong_though_the_check_values_are_right_has_its_reason(string changes, int reason)
        {
            Assert.AreEqual(reason, Check(TestImages.Seal(TestImages.Patch(TestImages.Greeter, changes)), TestImages.OfGreeter, 4096));
        }

        [TestMethod]
        public void Mix_and_match_an_image_of_another_bundle_is_refused()
        {
            var other = TestImages.OfGreeter;
            other.Name = "Greet";
            Assert.AreEqual(UpdateReason.ImageName, Check(TestImages.Greeter, other, 4096));
            other.Name = "Greeters";
            Assert.AreEqual(UpdateReason.ImageName, Check(TestImages.Greeter, other, 4096));
            var newer = TestImages.OfGreeter;
            newer.Version = new PeVersion(0, 0, 0, 1);
            Assert.AreEqual(UpdateReason.ImageVersion, Check(TestImages.Greeter, newer, 4096));
            var more = TestImages.OfGreeter;
            more.References = new[] { more.References[0], new AssemblyReference("Other", 1, 0) };
            Assert.AreEqual(UpdateReason.ImageReferences, Check(TestImages.Greeter, more, 4096));
            var fewer = TestImages.OfGreeter;
            fewer.References = new AssemblyReference[0];
            Assert.AreEqual(UpdateReason.ImageReferences, Check(TestImages.Greeter, fewer, 4096));
        }

        [TestMethod]
        public void A_payload_is_checked_image_by_image_and_the_wrong_one_is_named()
        {
            var manifest = new Manifest { Images = new[] { TestImages.OfGreeter, TestImages.OfCounter } };
            var payload = TestBytes.Join(TestImages.Greeter, TestImages.Counter);
            foreach (var cut in new[] { 1, 575, 576, 577, 4096 })
            {
                AssertPayload(manifest, payload, cut, UpdateReason.Accepted, null);
                AssertPayload(manifest, TestBytes.Cut(payload, 0, payload.Length - 1), cut, UpdateReason.ImageTruncated, "Counter");
                AssertPayload(manifest, TestBytes.Cut(payload, 0, 576), cut, UpdateReason.ImageTruncated, "Greeter");
                AssertPayload(manifest, TestBytes.Join(payload, new byte[1]), cut, UpdateReason.ImageSize, "Counter");
                AssertPayload(manifest, new byte[0], cut, UpdateReason.ImageTruncated, null);
                var damaged = TestBytes.Join(payload, new byte[0]);
                damaged[575] ^= 1;
                AssertPayload(manifest, damaged, cut, UpdateReason.ImageBodyCrc, "Greeter");
            }
        }

        private static void AssertPayload(Manifest manifest, byte[] payload, int cut, int reason, string image)
        {
            var check = new PayloadCheck(manifest);
            for (var at = 0; at < payload.Length; at += cut)
            {
                check.Feed(payload, at, payload.Length - at < cut ? payload.Length - at : cut);
            }

            Assert.AreEqual(reason, check.Finish(), cut.ToString());
            Assert.AreEqual(image, check.Detail);
        }

        internal static int Check(byte[] image, ManifestImage expected, int cut)
        {
            var check = new PeImageCheck(expected);
            for (var at = 0; at < image.Length; at += cut)
            {
                check.Feed(image, at, image.Length - at < cut ? image.Length - at : cut);
            }

            return check.Finish();
        }

        private static int Check(byte[] image, bool wasChecked)
        {
            var check = new PeImageCheck(TestImages.OfGreeter, wasChecked);
            check.Feed(image, 0, image.Length);
            return check.Finish();
        }
    }
}
