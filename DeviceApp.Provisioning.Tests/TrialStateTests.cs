using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Provisioning.Tests.Fakes;
using SecureEsp.DeviceApp.Tests.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Provisioning.Tests
{
    [TestClass]
    public class TrialStateTests
    {
        [TestMethod]
        public void What_works_is_kept()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("https.host=new.test\nmqtt.host=broker.test\n", out radio, out mode);
            board.SettingsText = "device.id=one\n";
            BootStates.Next(board, new SettingsState());
            Assert.AreEqual("time", BootStates.Next(board, new TrialState(mode)));
            Assert.AreEqual("HomeNet", board.Wifi.Stored.Ssid);
            Assert.AreEqual("new.test", board.Device.Store.Load().HttpsHost);
            Assert.AreEqual("one", board.Device.Store.Load().DeviceId);
            Assert.IsNull(board.SettingsText);
            Assert.IsNull(mode.Store.Memory.Trial);
            Assert.IsTrue(board.Link.Asked.IndexOf("open esp/one/") >= 0, board.Link.Asked);
        }

        [TestMethod]
        public void A_network_alone_leaves_the_settings_as_they_are()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("", out radio, out mode);
            board.SettingsText = "device.id=one\n";
            Assert.AreEqual("time", BootStates.Next(board, new TrialState(mode)));
            Assert.IsNotNull(board.SettingsText);
            Assert.AreEqual("", board.Link.Asked);
        }

        [TestMethod]
        public void A_network_that_refuses_three_times_is_not_kept_and_the_access_point_comes_back()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("", out radio, out mode);
            for (var i = 0; i < 3; i++)
            {
                board.Wifi.Then(WifiOutcome.WrongPassword);
            }

            BootStates.Next(board, new TrialState(mode));
            Assert.AreEqual(3, board.Wifi.Joins);
            Assert.IsNull(board.Wifi.Stored);
            Assert.IsTrue(radio.IsOpenNextTime);
            Assert.AreEqual("HomeNet refused the password", mode.Store.Memory.LastProblem);
            Assert.IsNull(mode.Store.Memory.Trial);
        }

        [TestMethod]
        public void A_server_that_cannot_be_verified_is_not_kept()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("https.host=new.test\n", out radio, out mode);
            board.ProbeStatus = 0;
            BootStates.Next(board, new TrialState(mode));
            Assert.IsNull(board.Wifi.Stored);
            Assert.IsNull(board.Device.Store.Load());
            Assert.IsTrue(radio.IsOpenNextTime);
        }

        [TestMethod]
        public void A_broker_that_refuses_is_not_kept()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("mqtt.host=new.test\n", out radio, out mode);
            board.Link.RefusesToOpen = true;
            BootStates.Next(board, new TrialState(mode));
            Assert.IsNull(board.Wifi.Stored);
            Assert.IsTrue(radio.IsOpenNextTime);
        }

        [TestMethod]
        public void Without_any_time_nothing_is_kept()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("", out radio, out mode);
            board.Clock.Now = new DateTime(1970, 1, 1);
            BootStates.Next(board, new TrialState(mode));
            Assert.IsNull(board.Wifi.Stored);
            Assert.AreEqual("no time from pool.ntp.org, and none was entered", mode.Store.Memory.LastProblem);
        }

        [TestMethod]
        public void A_trial_that_never_ends_is_begun_three_times()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("", out radio, out mode);
            mode.Store.Memory.Trial = new Trial(new WifiCredentials("HomeNet", "secret12"), "", Trial.MostStarts);
            BootStates.Next(board, new TrialState(mode));
            Assert.AreEqual(0, board.Wifi.Joins);
            Assert.IsTrue(radio.IsOpenNextTime);
        }

        [TestMethod]
        public void Each_start_is_counted_before_anything_is_tried()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board("", out radio, out mode);
            board.Wifi.RefusesToStore = true;
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => { BootStates.Next(board, new TrialState(mode)); });
            Assert.AreEqual(1, mode.Store.Memory.Trial.Starts);
        }

        private static FakeBoard Board(string settings, out FakeAccessPoint radio, out AccessPointMode mode)
        {
            var board = new FakeBoard();
            board.Clock.Now = new DateTime(2026, 10, 1);
            radio = new FakeAccessPoint();
            mode = radio.AddTo(board);
            mode.Store.Memory.Trial = new Trial(new WifiCredentials("HomeNet", "secret12"), settings, 0);
            return board;
        }
    }
}
