using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class SessionStateTests
    {
        [TestMethod]
        public void The_broker_is_tried_until_the_network_is_gone()
        {
            var board = new FakeBoard();
            board.Wifi.Address = "192.168.1.77";
            Assert.AreEqual("run", BootStates.Next(board, new MqttState()));
            board.Wifi.Address = null;
            Assert.AreEqual("wifi", BootStates.Next(board, new MqttState()));
        }

        [TestMethod]
        public void The_application_is_started_once_and_a_lost_broker_is_looked_for_again()
        {
            var board = new FakeBoard();
            board.Device.Session.Start();
            board.Link.Lose();
            Assert.AreEqual("mqtt", BootStates.Next(board, new RunState()));
            board.Device.Session.Start();
            board.Link.Lose();
            Assert.AreEqual("mqtt", BootStates.Next(board, new RunState()));
            Assert.AreEqual(1, board.Starts);
            BootStates.Shows(board, "[run] started nothing");
            BootStates.Shows(board, "[mqtt] connection lost; again in 1.0 s");
            BootStates.Shows(board, "[mqtt] connection lost; again in 2.0 s");
        }
    }
}
