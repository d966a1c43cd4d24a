using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Console
{
    [TestClass]
    public class HiddenLineTests
    {
        [TestMethod]
        public void A_typed_line_is_returned_and_not_echoed()
        {
            var console = new FakeConsole();
            console.Type("home secret12\r");
            var line = new HiddenLine(console);
            Assert.AreEqual("home secret12", line.Read(1000));
            Assert.IsTrue(line.End == HiddenLineEnd.Submitted);
            Assert.AreEqual("", console.Shown);
        }

        [TestMethod]
        public void Half_a_line_is_forgotten_after_a_pause()
        {
            var console = new FakeConsole();
            console.Type("home sec");
            var line = new HiddenLine(console);
            Assert.IsNull(line.Read(1000));
            Assert.IsTrue(line.End == HiddenLineEnd.Idle);
            console.Type("ret12\r");
            Assert.AreEqual("ret12", line.Read(1000));
        }

        [TestMethod]
        public void A_line_that_is_too_long_is_told_apart()
        {
            var console = new FakeConsole();
            console.Type(new string('x', 200) + "\r");
            var line = new HiddenLine(console);
            Assert.IsNull(line.Read(1000));
            Assert.IsTrue(line.End == HiddenLineEnd.TooLong);
        }
    }
}
