using System;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Commands;
using SecureEsp.DeviceApp.Tests.Fakes;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Commands
{
    [TestClass]
    public class TlsCommandTests
    {
        [DataRow("tls client server.test", "client server.test 4433")]
        [DataRow("tls client 10.0.0.1:8443", "client 10.0.0.1 8443")]
        [DataRow("tls server", "server 4433 0")]
        [DataRow("tls server 0", "server 0 0")]
        [DataRow("tls server 8443 2", "server 8443 2")]
        [TestMethod]
        public void A_role_is_played_with_what_was_typed(string line, string played)
        {
            var board = Ready();
            Assert.IsTrue(CommandTable.Run(line, board.Device));
            Assert.AreEqual(played + "\n", board.Tls);
        }

        [DataRow("tls client")]
        [DataRow("tls client a b")]
        [DataRow("tls client :443")]
        [DataRow("tls client server.test:0")]
        [DataRow("tls client server.test:65536")]
        [DataRow("tls client server.test:")]
        [DataRow("tls server x")]
        [DataRow("tls server 65536")]
        [DataRow("tls server 1 0")]
        [DataRow("tls server 1 2 3")]
        [TestMethod]
        public void What_cannot_be_understood_is_told(string line)
        {
            var board = Ready();
            Assert.IsTrue(CommandTable.Run(line, board.Device));
            Assert.AreEqual("", board.Tls);
            Assert.IsTrue(board.Console.Shown.IndexOf("[tls] not understood: ") == 0, board.Console.Shown);
        }

        [TestMethod]
        public void No_role_is_played_without_a_network_or_with_a_clock_at_1970()
        {
            var board = Ready();
            board.Clock.Now = new DateTime(1970, 1, 1);
            CommandTable.Run("tls client server.test", board.Device);
            CommandTable.Run("tls server", board.Device);
            board.Wifi.Address = null;
            CommandTable.Run("tls client server.test", board.Device);
            Assert.AreEqual("", board.Tls);
            Assert.AreEqual(
                "[tls] TLS is refused while the clock is not set\n[tls] TLS is refused while the clock is not set\n[tls] there is no network: join one first\n",
                board.Console.Shown);
        }

        [TestMethod]
        public void A_refused_certificate_is_told_with_mbedTLS_number_and_its_reasons()
        {
            Assert.AreEqual(
                "[tls] Handshake failed. Error code: -9984\n[tls] Certificate verification errors: Certificate expired, Certificate not trusted\n"
                + "[tls] X509_CERT_VERIFY_FAILED (-0x2700): the other side's certificate is refused\n",
                Told(HandshakeVerdict.OfCryptographicError(0x9), RoleWords.Client));
        }

        [TestMethod]
        public void Older_firmware_does_not_tell_the_reasons()
        {
            Assert.AreEqual(
                "[tls] SSL handshake failed. Error code: -9984\n[tls] Certificate verification result: this firmware does not tell\n"
                + "[tls] X509_CERT_VERIFY_FAILED (-0x2700): the other side's certificate is refused\n",
                Told(HandshakeVerdict.OfSocketError(-0x2700), RoleWords.Server));
        }

        [DataRow(-1, "-80", "NET_CONN_RESET (-0x0050): the other side ended the connection")]
        [DataRow(10054, "-80", "NET_CONN_RESET (-0x0050): the other side ended the connection")]
        [DataRow(10060, "-26624", "SSL_TIMEOUT (-0x6800): the other side said nothing in time")]
        [DataRow(-0x7780, "-30592", "SSL_FATAL_ALERT_MESSAGE (-0x7780): the other side refused us with a fatal alert")]
        [TestMethod]
        public void The_end_of_a_connection_is_told(int code, string number, string line)
        {
            var told = Told(HandshakeVerdict.OfSocketError(code), RoleWords.Client);
            Assert.IsTrue(told.IndexOf("[tls] Handshake failed. Error code: " + number + "\n[tls] No verification errors\n[tls] " + line) == 0, told);
        }

        [DataRow(10061, "-68", "NET_CONNECT_FAILED (-0x0044): nothing listens on that port, ConnectionRefused (10061)")]
        [DataRow(11001, "-82", "NET_UNKNOWN_HOST (-0x0052): the name cannot be resolved, HostNotFound (11001)")]
        [TestMethod]
        public void A_connection_that_does_not_come_about_is_told(int code, string number, string line)
        {
            var told = Told(HandshakeVerdict.NotConnected(code), RoleWords.Client);
            Assert.AreEqual("[tls] Handshake failed. Error code: " + number + "\n[tls] No verification errors\n[tls] " + line + "\n", told);
        }

        [TestMethod]
        public void A_set_up_error_keeps_its_number()
        {
            Assert.AreEqual(6, HandshakeVerdict.OfCryptographicError(6).Code);
            Assert.AreEqual(-0x7480, HandshakeVerdict.OfCryptographicError(-0x7480).Code);
        }

        [TestMethod]
        public void There_are_twenty_reasons_and_all_differ()
        {
            for (var flag = 1; flag < VerifyFlags.All; flag <<= 1)
            {
                Assert.IsTrue(VerifyTexts.Of(flag).Length > 0);
                for (var other = flag << 1; other < VerifyFlags.All; other <<= 1)
                {
                    Assert.IsFalse(VerifyTexts.Of(flag) == VerifyTexts.Of(other));
                }
            }

            Assert.AreEqual("", VerifyTexts.Of(0));
        }

        private static FakeBoard Ready()
        {
            var board = new FakeBoard();
            board.Wifi.Address = "192.168.1.77";
            board.Clock.Now = new DateTime(2027, 1, 1);
            return board;
        }

        private static string Told(HandshakeVerdict verdict, RoleWords words)
        {
            var board = new FakeBoard();
            verdict.Tell(board.Device.Console, words);
            return board.Console.Shown;
        }
    }
}
