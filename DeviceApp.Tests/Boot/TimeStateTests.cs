using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class TimeStateTests
    {
        [TestMethod]
        public void TLS_is_refused_until_the_clock_is_set()
        {
            var board = new FakeBoard();
            board.Device.Settings.TimeServer = "time.test";
            board.Clock.SetAfter = 20000;
            Assert.AreEqual("probe", BootStates.Next(board, new TimeState()));
            Assert.AreEqual("time.test", board.AskedTimeServer);
            BootStates.Shows(board, "[time] the clock reads 1970-01-01 00:00:00: TLS is refused until it is set");
            BootStates.Shows(board, "[time] no time from time.test: TLS is refused; again in 2.0 s");
            BootStates.Shows(board, "[time] clock set: 2027-03-04 00:00:00 UTC");
        }

        [TestMethod]
        public void A_clock_that_is_set_is_not_waited_for()
        {
            var board = new FakeBoard();
            board.Clock.Now = new DateTime(2027, 1, 1);
            board.Device.Settings.HttpsProbe = false;
            Assert.AreEqual("https", BootStates.Next(board, new TimeState()));
            Assert.IsNull(board.AskedTimeServer);
        }
    }
}
