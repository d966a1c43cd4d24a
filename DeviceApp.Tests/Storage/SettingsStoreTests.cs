using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Storage
{
    [TestClass]
    public class SettingsStoreTests
    {
        [TestMethod]
        public void A_formatted_flash_holds_no_settings()
        {
            Assert.IsNull(new SettingsStore(new FakeRecordFile("a"), new FakeRecordFile("b")).Load());
        }

        [TestMethod]
        public void The_two_files_are_written_by_turns_and_the_newest_counts()
        {
            var a = new FakeRecordFile("a");
            var b = new FakeRecordFile("b");
            for (var port = 1; port <= 5; port++)
            {
                var store = new SettingsStore(a, b);
                store.Load();
                store.Save(WithPort(port));
                Assert.AreEqual("record " + port.ToString() + " in " + (port % 2 == 1 ? "a" : "b"), store.Name);
                Assert.AreEqual(port, new SettingsStore(a, b).Load().MqttPort);
            }

            Assert.AreEqual(3, a.Writes);
            Assert.AreEqual(2, b.Writes);
        }

        [TestMethod]
        public void The_sequence_starts_again_from_0_without_an_old_record_becoming_the_newest()
        {
            var a = new FakeRecordFile("a") { Content = SettingsRecord.Encode(WithPort(1), uint.MaxValue) };
            var b = new FakeRecordFile("b") { Content = SettingsRecord.Encode(WithPort(2), 0) };
            Assert.AreEqual(2, new SettingsStore(a, b).Load().MqttPort);
            Assert.AreEqual(2, new SettingsStore(b, a).Load().MqttPort);
        }

        [TestMethod]
        public void A_damaged_record_is_named_and_the_other_one_counts_and_is_not_overwritten()
        {
            var a = new FakeRecordFile("a") { Content = SettingsRecord.Encode(WithPort(1), 1) };
            var b = new FakeRecordFile("b") { Content = new byte[0] };
            var store = new SettingsStore(a, b);
            Assert.AreEqual(1, store.Load().MqttPort);
            Assert.AreEqual(1, store.Remarks.Count);
            Assert.IsTrue(((string)store.Remarks[0]).IndexOf("b holds no valid record") == 0);
            store.Save(WithPort(2));
            Assert.AreEqual(0, a.Writes);
            Assert.AreEqual(2, new SettingsStore(a, b).Load().MqttPort);
        }

        [TestMethod]
        public void A_file_that_cannot_be_read_is_named()
        {
            var a = new FakeRecordFile("a") { Broken = true };
            var store = new SettingsStore(a, new FakeRecordFile("b") { Content = SettingsRecord.Encode(WithPort(1), 1) });
            Assert.AreEqual(1, store.Load().MqttPort);
            Assert.AreEqual("a cannot be read: Exception, flash error", (string)store.Remarks[0]);
            Assert.ThrowsException(typeof(Exception), () => store.Save(WithPort(2)));
        }

        [TestMethod]
        public void A_record_that_reads_back_otherwise_is_not_taken_for_stored()
        {
            var a = new FakeRecordFile("a") { Content = SettingsRecord.Encode(WithPort(1), 1) };
            var b = new FakeRecordFile("b") { LosesLast = true };
            var store = new SettingsStore(a, b);
            store.Load();
            Assert.ThrowsException(typeof(InvalidOperationException), () => store.Save(WithPort(2)));
            Assert.AreEqual("record 1 in a", store.Name);
            b.LosesLast = false;
            store.Save(WithPort(3));
            Assert.AreEqual(0, a.Writes);
            Assert.AreEqual(3, new SettingsStore(a, b).Load().MqttPort);
        }

        private static DeviceSettings WithPort(int port)
        {
            return new DeviceSettings { MqttPort = port };
        }
    }
}
