using System;
using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tests.Storage
{
    [TestClass]
    public class SettingsRecordTests
    {
        [TestMethod]
        public void The_check_value_is_that_of_the_standard()
        {
            Assert.IsTrue(Crc32.Of(Encoding.UTF8.GetBytes("123456789"), 9) == 0xCBF43926);
            Assert.IsTrue(Crc32.Of(new byte[0], 0) == 0);
        }

        [TestMethod]
        public void Every_value_comes_back()
        {
            var record = SettingsRecord.Decode(SettingsRecord.Encode(Unusual(), 4000000000));
            Assert.IsTrue(record.Sequence == 4000000000);
            var settings = record.Settings;
            Assert.AreEqual("esp-07", settings.DeviceId);
            Assert.AreEqual("web.test", settings.HttpsHost);
            Assert.AreEqual(65535, settings.HttpsPort);
            Assert.AreEqual("/a?b=c", settings.HttpsPath);
            Assert.IsFalse(settings.HttpsProbe);
            Assert.AreEqual("broker.test", settings.MqttHost);
            Assert.AreEqual(1, settings.MqttPort);
            Assert.IsFalse(settings.Tls13);
            Assert.AreEqual("10.0.0.1", settings.TimeServer);
            Assert.AreEqual(48, settings.BlinkPin);
            Assert.AreEqual("I:\\c.pem", settings.CertificateFile);
            Assert.AreEqual("I:\\k.pem", settings.KeyFile);
            Assert.AreEqual("hush", settings.KeyPassword);
            Assert.AreEqual("I:\\servers.crt", settings.CaFile);
            Assert.AreEqual(8443, settings.WebPort);
            Assert.AreEqual("I:\\w.crt", settings.WebCertificateFile);
            Assert.AreEqual("I:\\w.key", settings.WebKeyFile);
            Assert.AreEqual("I:\\ops.crt", settings.WebCaFile);
            Assert.AreEqual(3600, settings.AccessPointAfter);
            Assert.AreEqual(48, settings.AccessPointButton);
            Assert.IsTrue(SettingsStore.AreSame(Unusual(), settings));
        }

        [TestMethod]
        public void The_longest_values_fit()
        {
            var settings = new DeviceSettings
            {
                DeviceId = new string('d', 64),
                HttpsHost = new string('h', 253),
                HttpsPath = "/" + new string('p', 255),
                MqttHost = new string('m', 253),
                TimeServer = new string('t', 253),
                CertificateFile = "I:\\" + new string('c', 61),
                KeyFile = "I:\\" + new string('k', 61),
                KeyPassword = new string('p', 64),
                CaFile = "I:\\" + new string('a', 61),
                WebCertificateFile = "I:\\" + new string('w', 61),
                WebKeyFile = "I:\\" + new string('x', 61),
                WebCaFile = "I:\\" + new string('y', 61),
                UpdateUrl = "https://" + new string('u', 253) + "/" + new string('v', 250),
                UpdateProduct = new string('n', 32)
            };
            Assert.AreEqual(512, settings.UpdateUrl.Length);
            Assert.IsTrue(SettingsStore.AreSame(settings, SettingsRecord.Decode(SettingsRecord.Encode(settings, 1)).Settings));
        }

        [TestMethod]
        public void Every_truncation_is_refused()
        {
            var whole = SettingsRecord.Encode(Unusual(), 7);
            for (var length = 0; length < whole.Length; length++)
            {
                var cut = new byte[length];
                Array.Copy(whole, cut, length);
                Assert.IsNull(SettingsRecord.Decode(cut), "cut to " + length.ToString());
            }
        }

        [TestMethod]
        public void Every_other_value_of_every_single_byte_is_refused()
        {
            var bytes = SettingsRecord.Encode(Unusual(), 7);
            for (var at = 0; at < bytes.Length; at++)
            {
                var good = bytes[at];
                for (var change = 1; change < 256; change++)
                {
                    bytes[at] = (byte)(good ^ change);
                    Assert.IsTrue(SettingsRecord.Decode(bytes) == null, "byte " + at.ToString() + " xor " + change.ToString());
                }

                bytes[at] = good;
            }

            Assert.IsNotNull(SettingsRecord.Decode(bytes));
        }

        [TestMethod]
        public void A_longer_one_and_none_are_refused()
        {
            var whole = SettingsRecord.Encode(Unusual(), 7);
            var longer = new byte[whole.Length + 1];
            Array.Copy(whole, longer, whole.Length);
            Assert.IsNull(SettingsRecord.Decode(longer));
            Assert.IsNull(SettingsRecord.Decode(null));
            Assert.IsNull(SettingsRecord.Decode(new byte[SettingsRecord.MaxBytes + 1]));
        }

        [DataRow(7, 2, "00 00 00 00")]
        [DataRow(7, 2, "00 00 01 00")]
        [DataRow(7, 2, "FF FF FF FF")]
        [DataRow(7, 2, "01 00")]
        [DataRow(7, 1, "39")]
        [DataRow(5, 3, "02")]
        [DataRow(5, 1, "6F 6E")]
        [DataRow(1, 1, "")]
        [DataRow(1, 1, "61 2F")]
        [DataRow(1, 1, "C3")]
        [DataRow(1, 9, "61")]
        [DataRow(14, 1, "68 74 74 70 3A 2F 2F 75")]
        [DataRow(15, 1, "")]
        [DataRow(16, 2, "0F 00 00 00")]
        [DataRow(17, 2, "1D 00 00 00")]
        [DataRow(17, 2, "59 02 00 00")]
        [TestMethod]
        public void A_value_of_the_wrong_type_or_out_of_its_range_is_refused_though_its_check_value_is_right(int id, int type, string hex)
        {
            var value = Bytes(hex);
            Assert.IsNull(SettingsRecord.Decode(WithField(1, id, type, value, value.Length)));
        }

        [TestMethod]
        public void A_field_of_newer_firmware_is_passed_over_and_a_missing_one_has_its_default()
        {
            var record = SettingsRecord.Decode(WithField(1, 200, 9, new byte[] { 1, 2, 3 }, 3));
            Assert.IsTrue(SettingsStore.AreSame(new DeviceSettings(), record.Settings));
        }

        [TestMethod]
        public void A_newer_version_and_a_field_beyond_the_end_are_refused()
        {
            Assert.IsNull(SettingsRecord.Decode(WithField(2, 200, 1, new byte[] { 1 }, 1)));
            Assert.IsNull(SettingsRecord.Decode(WithField(1, 200, 1, new byte[] { 1 }, 2)));
        }

        private static DeviceSettings Unusual()
        {
            return new DeviceSettings
            {
                DeviceId = "esp-07",
                HttpsHost = "web.test",
                HttpsPort = 65535,
                HttpsPath = "/a?b=c",
                HttpsProbe = false,
                MqttHost = "broker.test",
                MqttPort = 1,
                Tls13 = false,
                TimeServer = "10.0.0.1",
                BlinkPin = 48,
                CertificateFile = "I:\\c.pem",
                KeyFile = "I:\\k.pem",
                KeyPassword = "hush",
                CaFile = "I:\\servers.crt",
                WebPort = 8443,
                WebCertificateFile = "I:\\w.crt",
                WebKeyFile = "I:\\w.key",
                WebCaFile = "I:\\ops.crt",
                AccessPointAfter = 3600,
                AccessPointButton = 48,
                UpdateUrl = "https://u.test/x?y",
                UpdateProduct = "Thermometer",
                UpdateSlotKilobytes = 4096,
                UpdateConfirmSeconds = 600
            };
        }

        private static byte[] Bytes(string hex)
        {
            var bytes = new byte[(hex.Length + 1) / 3];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Convert.ToByte(hex.Substring(3 * i, 2), 16);
            }

            return bytes;
        }

        private static byte[] WithField(int version, int id, int type, byte[] value, int length)
        {
            var record = new byte[12 + 4 + value.Length + 4];
            var head = new byte[] { 0x53, 0x45, 0x53, 0x52, (byte)version, 0, (byte)(4 + value.Length), 0, 1, 0, 0, 0, (byte)id, (byte)type, (byte)length, 0 };
            Array.Copy(head, record, head.Length);
            Array.Copy(value, 0, record, head.Length, value.Length);
            var check = Crc32.Of(record, record.Length - 4);
            for (var i = 0; i < 4; i++)
            {
                record[record.Length - 4 + i] = (byte)(check >> (8 * i));
            }

            return record;
        }
    }
}
