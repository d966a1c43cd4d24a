using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Console
{
    [TestClass]
    public class KeyWatchTests
    {
        [TestMethod]
        public void A_key_is_noticed_and_what_follows_it_is_forgotten()
        {
            var console = new FakeConsole();
            console.Type("\r\nabc");
            var watch = new KeyWatch(console);
            watch.Watch();
            Assert.IsTrue(watch.Pressed);
            watch.Close();
            Assert.IsFalse(watch.Pressed);
            Assert.AreEqual(-1, console.ReadByte(1));
        }

        [TestMethod]
        public void Silence_is_no_key_and_the_watch_ends_by_itself()
        {
            var console = new FakeConsole();
            var watch = new KeyWatch(console);
            Assert.IsFalse(watch.IsOpen);
            watch.Watch();
            Assert.IsFalse(watch.Pressed);
            Assert.IsFalse(watch.IsOpen);
            Assert.AreEqual(30, console.Reads);
        }

        [TestMethod]
        public void What_is_typed_without_a_key_press_in_time_is_left_for_the_next_reader()
        {
            var console = new FakeConsole();
            var watch = new KeyWatch(console);
            watch.Watch();
            console.Type("x");
            watch.Close();
            Assert.AreEqual((int)'x', console.ReadByte(1));
        }

        [TestMethod]
        public void A_watch_on_a_thread_of_its_own_can_be_closed_at_any_time()
        {
            var console = new FakeConsole();
            var watch = new KeyWatch(console);
            watch.Open();
            watch.Close();
            Assert.IsFalse(watch.IsOpen);
        }

        [TestMethod]
        public void A_console_that_fails_is_told()
        {
            var console = new FakeConsole { Broken = true };
            var watch = new KeyWatch(console);
            watch.Watch();
            Assert.IsFalse(watch.Pressed);
            Assert.IsTrue(console.Shown.IndexOf("[wifi] keys are not watched: ") == 0, console.Shown);
        }
    }
}
