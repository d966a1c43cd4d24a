using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class BootStateTests
    {
        [TestMethod]
        public void Settings_are_read_before_anything_else()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7\nfoo=1" };
            Assert.AreEqual("wifi-entry", Next(board, new SettingsState()));
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            Shows(board, "[settings] line 2: unknown key foo, ignored");
            Shows(board, "[settings] 1 taken from I:\\settings.txt");
            Shows(board, "[settings] this device is e7");
        }

        [TestMethod]
        public void A_formatted_flash_leaves_the_defaults()
        {
            var board = new FakeBoard();
            Next(board, new SettingsState());
            Shows(board, "[settings] no I:\\settings.txt, defaults are kept");
            Assert.AreEqual(8883, board.Device.Settings.MqttPort);
        }

        [TestMethod]
        public void Settings_that_cannot_be_read_do_not_stop_the_boot()
        {
            var board = new FakeBoard { SettingsBroken = true };
            Next(board, new SettingsState());
            Shows(board, "cannot be read, defaults are kept: flash error");
        }

        [TestMethod]
        public void Settings_of_the_file_are_stored_when_they_differ()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7" };
            Next(board, new SettingsState());
            Shows(board, "[settings] stored as record 1 in I:\\a");
            Next(board, new SettingsState());
            Assert.AreEqual(1, board.RecordA.Writes + board.RecordB.Writes);
            board.SettingsText = "device.id=e8";
            Next(board, new SettingsState());
            Shows(board, "[settings] stored as record 2 in I:\\b");
        }

        [TestMethod]
        public void Stored_settings_are_used_when_the_file_is_gone_or_broken()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7" };
            Next(board, new SettingsState());
            board.SettingsText = null;
            Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            Shows(board, "[settings] no I:\\settings.txt, those of record 1 in I:\\a are used");
            board.SettingsBroken = true;
            board.RecordB.Content = new byte[3];
            Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            Shows(board, "[settings] I:\\settings.txt cannot be read, those of record 1 in I:\\a are used: flash error");
            Shows(board, "[settings] I:\\b holds no valid record");
        }

        [TestMethod]
        public void A_file_with_a_mistake_is_used_and_not_stored()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7\nmqtt.port=0" };
            Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            Assert.AreEqual(0, board.RecordA.Writes + board.RecordB.Writes);
            Shows(board, "[settings] not stored, for the lines that were not taken");
        }

        [TestMethod]
        public void A_flash_that_cannot_be_written_does_not_stop_the_boot()
        {
            var board = new FakeBoard { SettingsText = "device.id=e7" };
            board.RecordA.Broken = true;
            Next(board, new SettingsState());
            Assert.AreEqual("e7", board.Device.Settings.DeviceId);
            Shows(board, "[settings] not stored: Exception, flash error");
        }

        [TestMethod]
        public void Stored_credentials_need_no_question()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("wifi", Next(board, new SettingsState()));
        }

        [TestMethod]
        public void Entry_asks_again_after_nonsense_and_never_shows_the_password()
        {
            var board = new FakeBoard();
            board.Console.Type("nonsense\rHomeNet short\rHomeNet secret12\r");
            Assert.AreEqual("wifi", Next(board, new WifiEntryState()));
            Shows(board, "[wifi] not accepted: there is no space between SSID and password");
            Shows(board, "[wifi] not accepted: the password must have 8 to 63 characters");
            Assert.AreEqual("secret12", board.Device.TypedCredentials.Password);
            Next(board, new WifiJoinState());
            Assert.IsTrue(board.Console.Shown.IndexOf("secret12") < 0, board.Console.Shown);
        }

        [TestMethod]
        public void A_line_feed_after_Enter_is_no_empty_line_of_the_next_entry()
        {
            var board = new FakeBoard();
            board.Console.Type("HomeNet wrong-password\r\nHomeNet secret12\r\n");
            Next(board, new WifiEntryState());
            Next(board, new WifiEntryState());
            Assert.AreEqual("secret12", board.Device.TypedCredentials.Password);
            Assert.IsTrue(board.Console.Shown.IndexOf("not accepted") < 0, board.Console.Shown);
        }

        [TestMethod]
        public void A_key_pressed_soon_after_boot_leads_back_to_the_entry_from_every_state_that_could_last()
        {
            foreach (var state in new IBootState[] { new WifiJoinState(), new TimeState(), new MqttState(), new RunState() })
            {
                var board = new FakeBoard();
                board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
                board.Wifi.Address = "192.168.1.77";
                board.Device.Session.Start();
                board.Console.Type("\r");
                board.Device.Keys.Watch();
                Shows(board, "[wifi] a key was pressed: another network will be asked for");
                Assert.AreEqual("wifi-entry", Next(board, state), state.Name);
                Assert.AreEqual(0, board.Wifi.Joins);
            }
        }

        [TestMethod]
        public void The_machine_turns_to_the_entry_after_a_key_and_ends_the_session()
        {
            var board = new FakeBoard();
            board.Console.Type("x\n");
            board.Device.Keys.Watch();
            board.Device.Session.Start();
            var machine = new BootMachine(board.Device);
            var entry = machine.Step(new ProbeState());
            Assert.AreEqual("wifi-entry", entry.Name);
            Assert.IsFalse(board.Link.IsOpen);
            Shows(board, "[boot] probe -> wifi-entry");
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("wifi", machine.Step(entry).Name);
            Assert.AreEqual("time", machine.Step(new WifiJoinState()).Name);
        }

        [TestMethod]
        public void Stored_credentials_are_joined_without_waiting_for_a_key()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Next(board, new SettingsState());
            Shows(board, "[wifi] press a key within 3 s to enter another network");
            Assert.AreEqual("time", Next(board, new WifiJoinState()));
            Assert.IsTrue(board.Clock.Slept == 0);
            board.Device.Keys.Close();
        }

        [TestMethod]
        public void Entry_goes_back_to_the_stored_network_when_nobody_answers()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("wifi", Next(board, new WifiEntryState()));
            Assert.IsNull(board.Device.TypedCredentials);
        }

        [TestMethod]
        public void Typed_credentials_are_stored_once_they_have_joined()
        {
            var board = new FakeBoard();
            board.Device.TypedCredentials = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("time", Next(board, new WifiJoinState()));
            Assert.AreEqual("HomeNet", board.Wifi.Stored.Ssid);
            Assert.IsNull(board.Device.TypedCredentials);
            Shows(board, "[wifi] joined HomeNet, address 192.168.1.77");
            Shows(board, "[wifi] stored for the next boot");
        }

        [TestMethod]
        public void A_board_that_cannot_store_them_still_boots()
        {
            var board = new FakeBoard();
            board.Wifi.RefusesToStore = true;
            board.Device.TypedCredentials = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("time", Next(board, new WifiJoinState()));
            Shows(board, "[wifi] not stored, the next boot will ask again");
        }

        [TestMethod]
        public void A_typed_password_that_is_refused_is_asked_for_again_at_once()
        {
            var board = new FakeBoard();
            board.Device.TypedCredentials = new WifiCredentials("HomeNet", "secret12");
            board.Wifi.Then(WifiOutcome.WrongPassword);
            Assert.AreEqual("wifi-entry", Next(board, new WifiJoinState()));
            Assert.IsNull(board.Wifi.Stored);
            Shows(board, "[wifi] HomeNet refused the password\n");
        }

        [TestMethod]
        public void A_stored_password_is_given_up_only_after_three_refusals()
        {
            var board = new FakeBoard();
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            board.Wifi.Then(WifiOutcome.WrongPassword);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            Assert.AreEqual("time", Next(board, new WifiJoinState()));
            Assert.AreEqual(3, board.Wifi.Joins);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            board.Wifi.Then(WifiOutcome.WrongPassword);
            Assert.AreEqual("wifi-entry", Next(board, new WifiJoinState()));
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

            Assert.AreEqual("time", Next(board, new WifiJoinState()));
            Assert.IsTrue(board.Clock.Slept == 1000 + 2000 + 4000 + 8000);
            Shows(board, "[wifi] HomeNet is not in reach; again in 8.0 s");
        }

        [TestMethod]
        public void TLS_is_refused_until_the_clock_is_set()
        {
            var board = new FakeBoard();
            board.Device.Settings.TimeServer = "time.test";
            board.Clock.SetAfter = 20000;
            Assert.AreEqual("probe", Next(board, new TimeState()));
            Assert.AreEqual("time.test", board.AskedTimeServer);
            Shows(board, "[time] the clock reads 1970-01-01 00:00:00: TLS is refused until it is set");
            Shows(board, "[time] no time from time.test: TLS is refused; again in 2.0 s");
            Shows(board, "[time] clock set: 2027-03-04 00:00:00 UTC");
        }

        [TestMethod]
        public void A_clock_that_is_set_is_not_waited_for()
        {
            var board = new FakeBoard();
            board.Clock.Now = new DateTime(2027, 1, 1);
            board.Device.Settings.HttpsProbe = false;
            Assert.AreEqual("https", Next(board, new TimeState()));
            Assert.IsNull(board.AskedTimeServer);
        }

        [DataRow(401, "[probe] server verified; it asks for a client certificate (401)")]
        [DataRow(0, "[probe] failed: the server's certificate does not chain to a CA that this device trusts [BADCERT_NOT_TRUSTED (0x8)]")]
        [TestMethod]
        public void A_probe_tells_and_goes_on(int status, string line)
        {
            var board = new FakeBoard { ProbeStatus = status };
            Assert.AreEqual("https", Next(board, new ProbeState()));
            Shows(board, line);
        }

        [TestMethod]
        public void The_response_is_shown_and_the_connection_closed()
        {
            var board = new FakeBoard();
            board.Connector.Add("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            Assert.AreEqual("mqtt", Next(board, new HttpsState()));
            Shows(board, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello\r\n");
            Shows(board, "[https] done: status 200, 5 bytes");
            Assert.AreEqual(1, board.Connector.Closed);
        }

        [TestMethod]
        public void A_server_that_is_away_is_given_up_after_three_attempts()
        {
            var board = new FakeBoard();
            Assert.AreEqual("mqtt", Next(board, new HttpsState()));
            Assert.AreEqual(3, board.Connector.Opened);
            Shows(board, "[https] failed: nothing listens on that port [ConnectionRefused (10061)]");
            Shows(board, "[https] given up after 3 attempts");
        }

        [TestMethod]
        public void The_broker_is_tried_until_the_network_is_gone()
        {
            var board = new FakeBoard();
            board.Wifi.Address = "192.168.1.77";
            Assert.AreEqual("run", Next(board, new MqttState()));
            board.Wifi.Address = null;
            Assert.AreEqual("wifi", Next(board, new MqttState()));
        }

        [TestMethod]
        public void The_application_is_started_once_and_a_lost_broker_is_looked_for_again()
        {
            var board = new FakeBoard();
            board.Device.Session.Start();
            board.Link.Lose();
            Assert.AreEqual("mqtt", Next(board, new RunState()));
            board.Device.Session.Start();
            board.Link.Lose();
            Assert.AreEqual("mqtt", Next(board, new RunState()));
            Assert.AreEqual(1, board.Starts);
            Shows(board, "[run] started nothing");
            Shows(board, "[mqtt] connection lost; again in 1.0 s");
            Shows(board, "[mqtt] connection lost; again in 2.0 s");
        }

        [TestMethod]
        public void The_machine_shows_each_transition()
        {
            var board = new FakeBoard();
            var machine = new BootMachine(board.Device);
            Assert.AreEqual("wifi-entry", machine.Step(new SettingsState()).Name);
            Shows(board, "[boot] settings -> wifi-entry");
        }

        [TestMethod]
        public void The_machine_tries_a_state_again_that_failed()
        {
            var board = new FakeBoard();
            board.Device.Wifi = null;
            var state = new WifiJoinState();
            Assert.AreSame(state, new BootMachine(board.Device).Step(state));
            Shows(board, "[boot] wifi failed: NullReferenceException");
            Assert.IsTrue(board.Clock.Slept == 1000);
        }

        private static string Next(FakeBoard board, IBootState state)
        {
            return state.Run(board.Device).Name;
        }

        private static void Shows(FakeBoard board, string text)
        {
            Assert.IsTrue(board.Console.Shown.IndexOf(text) >= 0, board.Console.Shown);
        }
    }
}
