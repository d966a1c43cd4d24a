using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class SettingsStateTests
    {
        [TestMethod]
        public void Settings_are_read_before_anything_else()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7\nfoo=1" };
            Assert.AreEqual("wifi-entry", BootStates.Next(board, new SettingsState()));
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            BootStates.Shows(board, "[settings] line 2: unknown key foo, ignored");
            BootStates.Shows(board, "[settings] 1 taken from I:\\settings.txt");
            BootStates.Shows(board, "[settings] this device is e7");
        }

        [TestMethod]
        public void A_formatted_flash_leaves_the_defaults()
        {
            var board = new FakeBoard();
            BootStates.Next(board, new SettingsState());
            BootStates.Shows(board, "[settings] no I:\\settings.txt, defaults are kept");
            Assert.AreEqual(8883, board.Device.Settings.MqttPort);
        }

        [TestMethod]
        public void Settings_that_cannot_be_read_do_not_stop_the_boot()
        {
            var board = new FakeBoard { SettingsBroken = true };
            BootStates.Next(board, new SettingsState());
            BootStates.Shows(board, "cannot be read, defaults are kept: flash error");
        }

        [TestMethod]
        public void Settings_of_the_file_are_stored_when_they_differ()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7" };
            BootStates.Next(board, new SettingsState());
            BootStates.Shows(board, "[settings] stored as record 1 in I:\\a");
            BootStates.Next(board, new SettingsState());
            Assert.AreEqual(1, board.RecordA.Writes + board.RecordB.Writes);
            board.SettingsText = "device.id=e8";
            BootStates.Next(board, new SettingsState());
            BootStates.Shows(board, "[settings] stored as record 2 in I:\\b");
        }

        [TestMethod]
        public void Stored_settings_are_used_when_the_file_is_gone_or_broken()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7" };
            BootStates.Next(board, new SettingsState());
            board.SettingsText = null;
            BootStates.Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            BootStates.Shows(board, "[settings] no I:\\settings.txt, those of record 1 in I:\\a are used");
            board.SettingsBroken = true;
            board.RecordB.Content = new byte[3];
            BootStates.Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            BootStates.Shows(board, "[settings] I:\\settings.txt cannot be read, those of record 1 in I:\\a are used: flash error");
            BootStates.Shows(board, "[settings] I:\\b holds no valid record");
        }

        [TestMethod]
        public void A_file_with_a_mistake_is_used_and_not_stored()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7\nmqtt.port=0" };
            BootStates.Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            Assert.AreEqual(0, board.RecordA.Writes + board.RecordB.Writes);
            BootStates.Shows(board, "[settings] not stored, for the lines that were not taken");
        }

        [TestMethod]
        public void A_flash_that_cannot_be_written_does_not_stop_the_boot()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7" };
            board.RecordA.Broken = true;
            BootStates.Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            BootStates.Shows(board, "[settings] not stored: Exception, flash error");
        }

        [TestMethod]
        public void Stored_credentials_need_no_question()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("wifi", BootStates.Next(board, new SettingsState()));
        }
    }
}
