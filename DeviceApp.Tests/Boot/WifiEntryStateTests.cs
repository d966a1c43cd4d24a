using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class WifiEntryStateTests
    {
        [TestMethod]
        public void Entry_asks_again_after_nonsense_and_never_shows_the_password()
        {
            var board = new FakeBoard();
            board.Console.Type("nonsense\rHomeNet short\rHomeNet secret12\r");
            Assert.AreEqual("wifi", BootStates.Next(board, new WifiEntryState()));
            BootStates.Shows(board, "[wifi] not accepted: there is no space between SSID and password");
            BootStates.Shows(board, "[wifi] not accepted: the password must have 8 to 63 characters");
            Assert.AreEqual("secret12", board.Device.TypedCredentials.Password);
            BootStates.Next(board, new WifiJoinState());
            Assert.IsTrue(board.Console.Shown.IndexOf("secret12") < 0, board.Console.Shown);
        }

        [TestMethod]
        public void A_line_feed_after_Enter_is_no_empty_line_of_the_next_entry()
        {
            var board = new FakeBoard();
            board.Console.Type("HomeNet wrong-password\r\nHomeNet secret12\r\n");
            BootStates.Next(board, new WifiEntryState());
            BootStates.Next(board, new WifiEntryState());
            Assert.AreEqual("secret12", board.Device.TypedCredentials.Password);
            Assert.IsTrue(board.Console.Shown.IndexOf("not accepted") < 0, board.Console.Shown);
        }

        [TestMethod]
        public void Entry_goes_back_to_the_stored_network_when_nobody_answers()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("wifi", BootStates.Next(board, new WifiEntryState()));
            Assert.IsNull(board.Device.TypedCredentials);
        }
    }
}
