using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Commands;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Commands
{
    [TestClass]
    public class CommandTests
    {
        [TestMethod]
        public void Commands_are_answered_at_the_prompt_and_the_entry_goes_on()
        {
            var shown = Entered("help\rinfo\rwifi\rsettings\r");
            Shows(shown, "[help] reboot: starts the device anew");
            Shows(shown, "[info] free heap 123456 bytes");
            Shows(shown, "[info] up 0 s, clock 1970-01-01 00:00:00 UTC");
            Shows(shown, "[wifi] stored network: none");
            Shows(shown, "[settings] mqtt.port=8883");
            Assert.IsTrue(shown.IndexOf("not accepted") < 0, shown);
        }

        [TestMethod]
        public void A_stored_password_is_not_shown()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "hidden-word");
            board.Device.Settings.KeyPassword = "hidden-word";
            CommandTable.Run("wifi", board.Device);
            CommandTable.Run("settings", board.Device);
            CommandTable.Run("info", board.Device);
            Shows(board.Console.Shown, "[wifi] stored network: HomeNet");
            Assert.IsTrue(board.Console.Shown.IndexOf("hidden-word") < 0, board.Console.Shown);
        }

        [TestMethod]
        public void The_settings_that_are_shown_can_be_read_as_a_settings_file()
        {
            var shown = new FakeBoard();
            shown.Device.Settings = new DeviceSettings { DeviceId = "e9", HttpsProbe = false, Tls13 = false, BlinkPin = 0, HttpsPath = "/a=b" };
            var text = "";
            for (var id = SettingFields.First; id <= SettingFields.Last; id++)
            {
                text += SettingFields.Key(id) + "=" + SettingFields.Shown(id, shown.Device.Settings) + "\n";
            }

            var read = new DeviceSettings();
            var parser = new SettingsParser();
            parser.Apply(text, read);
            Assert.AreEqual(24, parser.Taken);
            Assert.IsTrue(SettingsStore.AreSame(shown.Device.Settings, read));
        }

        [TestMethod]
        public void Reboot_reboots()
        {
            var board = new FakeBoard();
            Assert.IsTrue(CommandTable.Run("reboot", board.Device));
            Assert.AreEqual(1, board.Reboots);
        }

        [DataRow("Help")]
        [DataRow("help ")]
        [DataRow("")]
        [DataRow("my-password")]
        [TestMethod]
        public void Anything_else_is_no_command_and_is_not_repeated(string line)
        {
            var board = new FakeBoard();
            Assert.IsFalse(CommandTable.Run(line, board.Device));
            Assert.AreEqual("", board.Console.Shown);
        }

        private static string Entered(string lines)
        {
            var board = new FakeBoard();
            board.Console.Type(lines + "HomeNet secret12\r");
            Assert.AreEqual("wifi", new WifiEntryState().Run(board.Device).Name);
            return board.Console.Shown;
        }

        private static void Shows(string all, string text)
        {
            Assert.IsTrue(all.IndexOf(text) >= 0, all);
        }
    }
}
