using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Tls
{
    [TestClass]
    public class KeyWordsTests
    {
        private const string Pkcs8 = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
        private const string Headed = "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END EC PRIVATE KEY-----\n";

        [DataRow(Pkcs8)]
        [DataRow(Headed)]
        [TestMethod]
        public void An_encrypted_key_without_a_password_asks_for_it(string pem)
        {
            var failure = KeyWords.Of(pem, "");
            Assert.AreEqual("PK_PASSWORD_REQUIRED (-0x3C00)", failure.Name);
            Assert.AreEqual("Set tls.key.password", failure.Remedy);
        }

        [DataRow(Pkcs8)]
        [DataRow(Headed)]
        [TestMethod]
        public void A_wrong_password_is_named_and_not_repeated(string pem)
        {
            var failure = KeyWords.Of(pem, "hush-hush");
            Assert.AreEqual("PK_PASSWORD_MISMATCH (-0x3B80)", failure.Name);
            Assert.IsTrue(failure.ToString().IndexOf("hush") < 0);
        }

        [TestMethod]
        public void A_cipher_that_the_board_has_not_is_named()
        {
            Assert.AreEqual("PEM_UNKNOWN_ENC_ALG (-0x1280)", KeyWords.Of(Headed.Substring(0, 64) + "DEK-Info: AES-192-CBC,00\n", "hush").Name);
        }

        [DataRow("")]
        [DataRow("no key")]
        [DataRow("-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----\n")]
        [TestMethod]
        public void What_is_no_key_is_told_so_whatever_the_password(string pem)
        {
            Assert.AreEqual("PK_KEY_INVALID_FORMAT (-0x3D00)", KeyWords.Of(pem, "").Name);
            Assert.AreEqual("PK_KEY_INVALID_FORMAT (-0x3D00)", KeyWords.Of(pem, "hush").Name);
        }
    }
}
