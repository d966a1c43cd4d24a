using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    [TestClass]
    public class HttpsStateTests
    {
        [DataRow(401, "[probe] server verified; it asks for a client certificate (401)")]
        [DataRow(0, "[probe] failed: the server's certificate does not chain to a CA that this device trusts [BADCERT_NOT_TRUSTED (0x8)]")]
        [TestMethod]
        public void A_probe_tells_and_goes_on(int status, string line)
        {
            var board = new FakeBoard { ProbeStatus = status };
            Assert.AreEqual("https", BootStates.Next(board, new ProbeState()));
            BootStates.Shows(board, line);
        }

        [TestMethod]
        public void The_response_is_shown_and_the_connection_closed()
        {
            var board = new FakeBoard();
            board.Connector.Add("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            Assert.AreEqual("mqtt", BootStates.Next(board, new HttpsState()));
            BootStates.Shows(board, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello\r\n");
            BootStates.Shows(board, "[https] done: status 200, 5 bytes");
            Assert.AreEqual(1, board.Connector.Closed);
        }

        [TestMethod]
        public void A_server_that_is_away_is_given_up_after_three_attempts()
        {
            var board = new FakeBoard();
            Assert.AreEqual("mqtt", BootStates.Next(board, new HttpsState()));
            Assert.AreEqual(3, board.Connector.Opened);
            BootStates.Shows(board, "[https] failed: nothing listens on that port [ConnectionRefused (10061)]");
            BootStates.Shows(board, "[https] given up after 3 attempts");
        }
    }
}
