using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Console
{
    [TestClass]
    public class RecentConsoleTests
    {
        [TestMethod]
        public void The_last_lines_can_be_read_again_oldest_first()
        {
            var console = new RecentConsole(new FakeConsole());
            Assert.AreEqual(0, console.Recent().Length);
            console.WriteLine("a", "1");
            console.WriteLine("b", "2");
            Assert.AreEqual("[a] 1|[b] 2", Joined(console));
        }

        [TestMethod]
        public void Older_lines_are_forgotten_and_long_ones_cut()
        {
            var console = new RecentConsole(new FakeConsole());
            for (var i = 0; i < 100; i++)
            {
                console.WriteLine("n", i.ToString());
            }

            var lines = console.Recent();
            Assert.AreEqual(48, lines.Length);
            Assert.AreEqual("[n] 52", lines[0]);
            Assert.AreEqual("[n] 99", lines[47]);
            console.WriteLine("n", new string('x', 500));
            Assert.AreEqual(160, console.Recent()[47].Length);
        }

        private static string Joined(RecentConsole console)
        {
            var all = "";
            foreach (var line in console.Recent())
            {
                all += (all.Length == 0 ? "" : "|") + line;
            }

            return all;
        }
    }
}
