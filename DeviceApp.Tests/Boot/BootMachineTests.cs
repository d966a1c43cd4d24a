using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class BootMachineTests
    {
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
                BootStates.Shows(board, "[wifi] a key was pressed: another network will be asked for");
                Assert.AreEqual("wifi-entry", BootStates.Next(board, state), state.Name);
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
            BootStates.Shows(board, "[boot] probe -> wifi-entry");
            board.Wifi.Stored = new WifiCredentials("HomeNet", "secret12");
            Assert.AreEqual("wifi", machine.Step(entry).Name);
            Assert.AreEqual("time", machine.Step(new WifiJoinState()).Name);
        }

        [TestMethod]
        public void The_machine_shows_each_transition()
        {
            var board = new FakeBoard();
            var machine = new BootMachine(board.Device);
            Assert.AreEqual("wifi-entry", machine.Step(new SettingsState()).Name);
            BootStates.Shows(board, "[boot] settings -> wifi-entry");
        }

        [TestMethod]
        public void The_machine_tries_a_state_again_that_failed()
        {
            var board = new FakeBoard();
            board.Device.Wifi = null;
            var state = new WifiJoinState();
            Assert.AreSame(state, new BootMachine(board.Device).Step(state));
            BootStates.Shows(board, "[boot] wifi failed: NullReferenceException");
            Assert.IsTrue(board.Clock.Slept == 1000);
        }
    }
}
