using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Commands;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Provisioning.Tests.Fakes;
using SecureEsp.DeviceApp.Tests.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Provisioning.Tests
{
    [TestClass]
    public class AccessPointStateTests
    {
        [TestMethod]
        public void Silence_at_the_question_for_a_network_opens_the_access_point()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            Assert.AreEqual("settings", BootStates.Next(board, new WifiEntryState()));
            Assert.IsTrue(radio.IsOpenNextTime);
            Assert.AreEqual("ESP_secure-esp", radio.Ssid);
            Assert.AreEqual(19, radio.Password.Length);
            Assert.AreEqual(1, board.Reboots);
        }

        [TestMethod]
        public void Its_name_is_the_end_of_an_id_that_is_too_long()
        {
            Assert.AreEqual("ESP_123456789-123456789-1234567", AccessPointMode.Ssid("123456789-123456789-1234567"));
            Assert.AreEqual("ESP_123456789-123456789-1234567", AccessPointMode.Ssid("0123456789-123456789-1234567"));
        }

        [TestMethod]
        public void A_typed_network_comes_first()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            board.Console.Type("HomeNet secret12\r");
            Assert.AreEqual("wifi", BootStates.Next(board, new WifiEntryState()));
            Assert.IsFalse(radio.IsOpenNextTime);
        }

        [TestMethod]
        public void A_stored_network_is_tried_again_instead()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("wifi", BootStates.Next(board, new WifiEntryState()));
            Assert.IsFalse(radio.IsOpenNextTime);
        }

        [TestMethod]
        public void The_console_command_opens_it()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            Assert.IsTrue(CommandTable.Run("ap", board.Device));
            Assert.IsTrue(radio.IsOpenNextTime);
            BootStates.Shows(board, "[ap] asked for on the console: opening the access point, rebooting");
        }

        [TestMethod]
        public void Without_a_certificate_for_the_page_it_stays_closed()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            radio.Problem = "no certificate";
            Assert.IsTrue(CommandTable.Run("ap", board.Device));
            Assert.IsFalse(radio.IsOpenNextTime);
            Assert.AreEqual(0, board.Reboots);
            BootStates.Shows(board, "[ap] not opened, there is no page to serve: no certificate");
        }

        [TestMethod]
        public void A_held_button_opens_it_and_a_device_without_one_reads_no_pin()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            radio.IsHeldDown = true;
            Assert.AreEqual("wifi", BootStates.Next(board, new SettingsState()));
            Assert.AreEqual(-1, radio.HeldPin);
            board.Device.Keys.Close();
            board.SettingsText = "ap.button=0\n";
            Assert.AreEqual("access-point", BootStates.Next(board, new SettingsState()));
            Assert.AreEqual(0, radio.HeldPin);
        }

        [TestMethod]
        public void It_tells_its_name_channel_address_and_secrets_and_takes_the_form()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            var secrets = Opened(board, mode, radio);
            radio.Caller = FakeBrowser.Post("code=" + secrets.Code + "&ssid=HomeNet&password=secret12&https=new.test");
            new AccessPointState(mode).Run(board.Device);
            BootStates.Shows(board, "[wifi] WiFi AP: SSID ESP_secure-esp, channel 6\n");
            BootStates.Shows(board, "[wifi] WiFi AP IP: 192.168.4.1/255.255.255.0 gw 192.168.4.1\n");
            BootStates.Shows(board, "[ap] password " + secrets.Password + ", setup code " + secrets.Code);
            Assert.IsFalse(radio.IsOpenNextTime);
            Assert.AreEqual("HomeNet", mode.Store.Memory.Trial.Credentials.Ssid);
            Assert.AreEqual(0, radio.Running);
            Assert.AreEqual(1, board.Reboots);
            Assert.IsNull(board.Wifi.Stored);
            Assert.IsTrue(board.Console.Shown.IndexOf("secret12") < 0);
        }

        [TestMethod]
        public void The_console_takes_the_network_there_too()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            Opened(board, mode, radio);
            board.Console.Type("nonsense\r\nHomeNet secret12\r\n");
            new AccessPointState(mode).Run(board.Device);
            BootStates.Shows(board, "[wifi] not accepted: ");
            Assert.AreEqual("secret12", mode.Store.Memory.Trial.Credentials.Password);
        }

        [TestMethod]
        public void A_device_with_a_stored_network_goes_back_to_it_when_nobody_comes()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            Opened(board, mode, radio);
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            new AccessPointState(mode).Run(board.Device);
            Assert.IsNull(mode.Store.Memory.Trial);
            Assert.IsFalse(radio.IsOpenNextTime);
            Assert.IsTrue(board.Clock.Slept >= 600000 && board.Clock.Slept < 601000);
        }

        [TestMethod]
        public void A_trial_is_begun_at_the_next_boot_with_its_settings()
        {
            FakeAccessPoint radio;
            AccessPointMode mode;
            var board = Board(out radio, out mode);
            mode.Store.Memory.Trial = new Trial(new WifiCredentials("HomeNet", "secret12"), "https.host=new.test\n", 0);
            Assert.AreEqual("trial", BootStates.Next(board, new SettingsState()));
            Assert.AreEqual("new.test", board.Device.Settings.HttpsHost);
        }

        private static Presence Opened(FakeBoard board, AccessPointMode mode, FakeAccessPoint radio)
        {
            var secrets = mode.Secrets(board.Device.Random);
            radio.Open(AccessPointMode.Ssid(new DeviceSettings().DeviceId), secrets.Password);
            radio.IsUp = true;
            return secrets;
        }

        private static FakeBoard Board(out FakeAccessPoint radio, out AccessPointMode mode)
        {
            var board = new FakeBoard();
            radio = new FakeAccessPoint();
            mode = radio.AddTo(board);
            return board;
        }
    }
}
