using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class WifiJoinStateTests
    {
        [TestMethod]
        public void Stored_credentials_are_joined_without_waiting_for_a_key()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            BootStates.Next(board, new SettingsState());
            BootStates.Shows(board, "[wifi] press a key within 3 s to enter another network");
            Assert.AreEqual("time", BootStates.Next(board, new WifiJoinState()));
            Assert.IsTrue(board.Clock.Slept == 0);
            board.Device.Keys.Close();
        }

        [TestMethod]
        public void Typed_credentials_are_stored_once_they_have_joined()
        {
            var board = new FakeBoard();
            board.Device.TypedCredentials = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("time", BootStates.Next(board, new WifiJoinState()));
            Assert.AreEqual("HomeNet", board.Wifi.Stored.Ssid);
            Assert.IsNull(board.Device.TypedCredentials);
            BootStates.Shows(board, "[wifi] joined HomeNet, address 192.168.1.77");
            BootStates.Shows(board, "[wifi] stored for the next boot");
        }

        [TestMethod]
        public void A_board_that_cannot_store_them_still_boots()
        {
            var board = new FakeBoard();
            board.Wifi.RefusesToStore = true;
            board.Device.TypedCredentials = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("time", BootStates.Next(board, new WifiJoinState()));
            BootStates.Shows(board, "[wifi] not stored, the next boot will ask again");
        }

        [TestMethod]
        public void A_typed_password_that_is_refused_is_asked_for_again_at_once()
        {
            var board = new FakeBoard();
            board.Device.TypedCredentials = new WifiCredentials("HomeNet", "secret12");
            board.Wifi.Then(WifiOutcome.WrongPassword);
            Assert.AreEqual("wifi-entry", BootStates.Next(board, new WifiJoinState()));
            Assert.IsNull(board.Wifi.Stored);
            BootStates.Shows(board, "[wifi] HomeNet refused the password\n");
        }

        [TestMethod]
        public void A_stored_password_is_given_up_only_after_three_refusals()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            board.Wifi.Then(WifiOutcome.WrongPassword);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            Assert.AreEqual("time", BootStates.Next(board, new WifiJoinState()));
            Assert.AreEqual(3, board.Wifi.Joins);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            Assert.AreEqual("wifi-entry", BootStates.Next(board, new WifiJoinState()));
        }

        [TestMethod]
        public void A_network_out_of_reach_is_tried_again_with_growing_pauses()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            for (var i = 0; i < 4; i++)
            {
                board.Wifi.Then(WifiOutcome.NotFound);
            }

            Assert.AreEqual("time", BootStates.Next(board, new WifiJoinState()));
            Assert.IsTrue(board.Clock.Slept == 1000 + 2000 + 4000 + 8000);
            BootStates.Shows(board, "[wifi] HomeNet is not in reach; again in 8.0 s");
        }
    }
}
