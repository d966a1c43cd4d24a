using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Commands;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Commands
{
    [TestClass]
    public class CommandPromptTests
    {
        private const string Open = "[console] open: type a command (not shown), help lists them; exit, or 30 s without a key, closes it\n";

        [TestMethod]
        public void Commands_are_taken_while_the_device_waits_to_try_again()
        {
            var board = new FakeBoard();
            board.Console.Type("\r\nlog\rsecret word\rexit\r");
            Pause.For(board.Device, 4000);
            Assert.AreEqual(
                "[console] press a key for commands\n" + Open + "[log] level info\n[console] no such command; help lists them\n[console] closed, going on\n",
                board.Console.Shown);
            Assert.IsTrue(board.Clock.Slept == 0);
        }

        [TestMethod]
        public void The_line_feed_of_the_last_Enter_does_not_open_it()
        {
            var board = new FakeBoard();
            board.Console.Type("\r\nexit\r\n");
            Assert.IsTrue(CommandPrompt.OpenIfAsked(board.Device));
            Assert.IsFalse(CommandPrompt.OpenIfAsked(board.Device));
            board.Console.Type("\n");
            Assert.IsTrue(CommandPrompt.OpenIfAsked(board.Device));
        }

        [TestMethod]
        public void The_key_that_opens_it_may_begin_a_command()
        {
            var board = new FakeBoard();
            board.Console.Type("log\r");
            CommandPrompt.OpenIfAsked(board.Device);
            Assert.AreEqual(Open + "[log] level info\n[console] closed, going on\n", board.Console.Shown);
        }

        [TestMethod]
        public void Silence_closes_the_console()
        {
            var board = new FakeBoard();
            board.Console.Type("x");
            Assert.IsTrue(CommandPrompt.OpenIfAsked(board.Device));
            Assert.AreEqual(Open + "[console] closed, going on\n", board.Console.Shown);
            Assert.IsFalse(CommandPrompt.OpenIfAsked(board.Device));
        }

        [TestMethod]
        public void Nobody_is_waited_for_who_does_not_type()
        {
            var board = new FakeBoard();
            Pause.For(board.Device, 4000);
            Pause.For(board.Device, 1050);
            Assert.IsTrue(board.Clock.Slept == 5050);
            Assert.AreEqual("[console] press a key for commands\n", board.Console.Shown);
        }

        [TestMethod]
        public void A_console_that_cannot_be_read_does_not_keep_the_device_from_trying_again()
        {
            var board = new FakeBoard();
            board.Console.Broken = true;
            Pause.For(board.Device, 4000);
            Pause.For(board.Device, 4000);
            Assert.IsTrue(board.Clock.Slept == 8000);
            Assert.AreEqual("[console] press a key for commands\n[console] not read any more: Exception, no port\n", board.Console.Shown);
        }

        [TestMethod]
        public void Another_network_can_be_asked_for_in_every_state_that_could_last()
        {
            foreach (var state in new IBootState[] { new WifiJoinState(), new TimeState(), new HttpsState(), new MqttState(), new RunState() })
            {
                var board = new FakeBoard();
                board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
                board.Wifi.Address = "192.168.1.77";
                board.Device.Session.Start();
                if (!(state is RunState))
                {
                    board.Wifi.Then(WifiOutcome.NotFound);
                    board.Link.RefusesToOpen = true;
                }

                board.Console.Type("\rwifi change\r");
                Assert.AreEqual("wifi-entry", new BootMachine(board.Device).Step(state).Name, state.Name);
            }
        }

        [TestMethod]
        public void A_command_that_fails_is_told_and_the_device_goes_on()
        {
            var board = new FakeBoard();
            board.Device.Wifi = null;
            Assert.IsTrue(CommandTable.Run("wifi", board.Device));
            Assert.IsTrue(board.Console.Shown.IndexOf("[console] wifi failed: NullReferenceException") == 0, board.Console.Shown);
        }

        [TestMethod]
        public void The_level_leaves_out_what_is_below_it()
        {
            var board = new FakeBoard();
            var console = board.Device.Console;
            CommandTable.Run("log error", board.Device);
            console.WriteLine("a", "1");
            console.Debug("a", "2");
            console.Tell("a", "3");
            CommandTable.Run("log debug", board.Device);
            console.WriteLine("a", "4");
            console.Debug("a", "5");
            CommandTable.Run("log loud", board.Device);
            Assert.AreEqual(
                "[log] level error\n[a] 3\n[log] level debug\n[a] 4\n[a] 5\n[log] there are the levels error, info and debug\n", board.Console.Shown);
        }

        [TestMethod]
        public void Debug_tells_time_and_memory_at_each_transition()
        {
            var board = new FakeBoard();
            board.Device.Console.Level = LogLevel.Debug;
            new BootMachine(board.Device).Step(new SettingsState());
            Assert.IsTrue(board.Console.Shown.IndexOf("[boot] up 0 ms, free heap 123456 bytes") > 0, board.Console.Shown);
        }
    }
}
