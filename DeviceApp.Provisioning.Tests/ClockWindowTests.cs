using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Provisioning.Tests.Fakes;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning.Tests
{
    [TestClass]
    public class ClockWindowTests
    {
        private static readonly DateTime From = new DateTime(2026, 5, 1);
        private static readonly DateTime Until = new DateTime(2027, 5, 1);

        [TestMethod]
        public void The_clock_is_set_within_the_life_of_the_certificate()
        {
            var window = new ClockWindow(0, From, Until);
            Assert.IsNull(window.Problem(UnixTime.Seconds(From)));
            Assert.IsNull(window.Problem(UnixTime.Seconds(Until)));
            Assert.AreEqual(
                "the time is before 2026-05-01 00:00:00 UTC, the latest that this device knows to be past", window.Problem(UnixTime.Seconds(From) - 1));
            Assert.AreEqual("the time is after 2027-05-01 00:00:00 UTC, when this device's certificate ends", window.Problem(UnixTime.Seconds(Until) + 1));
        }

        [TestMethod]
        public void It_is_never_set_back_behind_a_time_at_which_a_server_was_verified()
        {
            var known = UnixTime.Seconds(new DateTime(2026, 9, 9));
            var window = new ClockWindow(known, From, Until);
            Assert.IsNotNull(window.Problem(known - 1));
            Assert.IsNull(window.Problem(known));
        }

        [TestMethod]
        public void Nor_behind_the_year_of_the_firmware()
        {
            var window = new ClockWindow(0, new DateTime(2020, 1, 1), Until);
            Assert.IsNotNull(window.Problem(UnixTime.Seconds(new DateTime(2025, 12, 31))));
            Assert.IsNull(window.Problem(UnixTime.Seconds(new DateTime(2026, 1, 1))));
        }

        [TestMethod]
        public void Seconds_are_those_of_1970()
        {
            Assert.IsTrue(UnixTime.Seconds(new DateTime(1970, 1, 2)) == 86400);
            Assert.IsTrue(UnixTime.Of(86400) == new DateTime(1970, 1, 2));
        }

        [TestMethod]
        public void The_known_time_is_stored_once_a_week_and_never_goes_back()
        {
            var first = new FakeRecordFile("a");
            var second = new FakeRecordFile("b");
            var store = new ProvisioningStore(first, second);
            store.NoteTime(new DateTime(2026, 9, 9));
            store.NoteTime(new DateTime(2026, 9, 15));
            store.NoteTime(new DateTime(2026, 1, 1));
            Assert.AreEqual(1, first.Writes + second.Writes);
            Assert.IsTrue(new ProvisioningStore(first, second).Memory.KnownTime == UnixTime.Seconds(new DateTime(2026, 9, 9)));
            store.NoteTime(new DateTime(2026, 9, 16));
            Assert.IsTrue(new ProvisioningStore(first, second).Memory.KnownTime == UnixTime.Seconds(new DateTime(2026, 9, 16)));
        }
    }
}
