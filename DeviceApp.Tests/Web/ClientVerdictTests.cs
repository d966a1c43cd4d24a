using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Tls;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Tests.Web
{
    [TestClass]
    public class ClientVerdictTests
    {
        [DataRow(-0x7480, "client has no certificate")]
        [DataRow(0x4000, "client certificate refused: the certificate is signed with an unacceptable hash")]
        [DataRow(0x9, "client certificate refused: the certificate, or one above it, has expired; the certificate is not signed by the operators' CA")]
        [DataRow(0x80000, "client certificate refused: BADCRL_BAD_KEY")]
        [DataRow(-0x7280, "SSL_CONN_EOF (-0x7280): the other side closed the connection in the middle of the handshake")]
        [TestMethod]
        public void Why_a_caller_did_not_get_in_is_told(int code, string words)
        {
            Assert.AreEqual(words, ClientVerdict.Words(HandshakeVerdict.OfCryptographicError(code)));
        }
    }
}
