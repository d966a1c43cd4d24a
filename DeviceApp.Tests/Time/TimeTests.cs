using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Tests.Time
{
    [TestClass]
    public class TimeTests
    {
        [TestMethod]
        public void Pauses_double_up_to_the_cap()
        {
            var backoff = new Backoff(1000, 5000, new FakeRandom(false));
            Assert.AreEqual(1000, backoff.Next());
            Assert.AreEqual(2000, backoff.Next());
            Assert.AreEqual(4000, backoff.Next());
            Assert.AreEqual(5000, backoff.Next());
            Assert.AreEqual(5000, backoff.Next());
            Assert.AreEqual(5, backoff.Attempts);
        }

        [TestMethod]
        public void Jitter_takes_at_most_half_of_a_pause()
        {
            var backoff = new Backoff(1000, 5000, new FakeRandom(true));
            Assert.AreEqual(500, backoff.Next());
            Assert.AreEqual(1000, backoff.Next());
            Assert.AreEqual(2000, backoff.Next());
            Assert.AreEqual(2500, backoff.Next());
        }

        [TestMethod]
        public void A_success_starts_the_pauses_again()
        {
            var backoff = new Backoff(1000, 60000, new FakeRandom(false));
            backoff.Next();
            backoff.Next();
            backoff.Reset();
            Assert.AreEqual(0, backoff.Attempts);
            Assert.AreEqual(1000, backoff.Next());
        }

        [TestMethod]
        public void Pauses_never_overflow()
        {
            var backoff = new Backoff(1000, int.MaxValue, new FakeRandom(false));
            for (var i = 0; i < 100; i++)
            {
                Assert.IsTrue(backoff.Next() > 0);
            }
        }

        [DataRow(1, 1000)]
        [DataRow(1000, 999)]
        [TestMethod]
        public void Senseless_pauses_are_refused(int first, int cap)
        {
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Backoff(first, cap, new FakeRandom(false)));
        }

        [DataRow(0, "0.0 s")]
        [DataRow(1500, "1.5 s")]
        [DataRow(59999, "59.9 s")]
        [TestMethod]
        public void Pauses_are_told_in_seconds(int milliseconds, string words)
        {
            Assert.AreEqual(words, Backoff.InWords(milliseconds));
        }

        [DataRow(1970, false)]
        [DataRow(2021, false)]
        [DataRow(2025, false)]
        [DataRow(2026, true)]
        [DataRow(2099, true)]
        [TestMethod]
        public void A_clock_behind_the_build_is_not_set(int year, bool set)
        {
            Assert.AreEqual(set, ClockRule.IsSet(new DateTime(year, 6, 1)));
        }

        [TestMethod]
        public void A_deadline_passes()
        {
            var clock = new FakeClock();
            var deadline = new Deadline(clock, 1000);
            clock.Sleep(999);
            Assert.AreEqual(1, deadline.Left);
            Assert.IsFalse(deadline.Passed);
            clock.Sleep(5);
            Assert.AreEqual(0, deadline.Left);
            Assert.IsTrue(deadline.Passed);
        }
    }
}
