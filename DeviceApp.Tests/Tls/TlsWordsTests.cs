using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Tls
{
    [TestClass]
    public class TlsWordsTests
    {
        [DataRow(0x1, "BADCERT_EXPIRED (0x1)", "expired", "Renew")]
        [DataRow(0x4, "BADCERT_CN_MISMATCH (0x4)", "another name", "subject alternative names")]
        [DataRow(0x8, "BADCERT_NOT_TRUSTED (0x8)", "CA that this device trusts", "CA chain")]
        [DataRow(0x200, "BADCERT_FUTURE (0x200)", "not valid yet", "clock")]
        [DataRow(0x800, "BADCERT_KEY_USAGE (0x800)", "key usage", "digitalSignature")]
        [DataRow(0x1000, "BADCERT_EXT_KEY_USAGE (0x1000)", "extended key usage", "serverAuth")]
        [DataRow(0x4000, "BADCERT_BAD_MD (0x4000)", "hash", "SHA-256")]
        [DataRow(0x10000, "BADCERT_BAD_KEY (0x10000)", "too short", "P-256")]
        [TestMethod]
        public void A_verify_flag_is_explained(int flags, string name, string meaning, string remedy)
        {
            var failure = TlsWords.OfCryptographicError(flags);
            Assert.AreEqual(name, failure.Name);
            Assert.IsTrue(failure.Meaning.IndexOf(meaning) >= 0, failure.Meaning);
            Assert.IsTrue(failure.Remedy.IndexOf(remedy) >= 0, failure.Remedy);
        }

        [TestMethod]
        public void Flags_together_are_all_named()
        {
            var failure = TlsWords.OfCryptographicError(0x4 | 0x8);
            Assert.AreEqual("BADCERT_CN_MISMATCH + BADCERT_NOT_TRUSTED (0xC)", failure.Name);
            Assert.IsTrue(failure.Meaning.IndexOf("; ") > 0, failure.Meaning);
        }

        [TestMethod]
        public void A_clock_that_is_behind_is_the_first_thing_to_look_at()
        {
            Assert.IsTrue(TlsWords.OfCryptographicError(0x208).Remedy.IndexOf("clock") > 0);
        }

        [TestMethod]
        public void All_twenty_flags_have_a_name_and_a_meaning()
        {
            var count = 0;
            for (var flag = 1; flag < VerifyFlags.All; flag <<= 1)
            {
                Assert.IsTrue(VerifyFlags.Name(flag).IndexOf("BAD") == 0, flag.ToString());
                Assert.IsTrue(VerifyFlags.Meaning(flag) != "unknown", flag.ToString());
                count++;
            }

            Assert.AreEqual(20, count);
        }

        [TestMethod]
        public void Bits_without_a_meaning_are_not_swallowed()
        {
            var failure = TlsWords.OfCryptographicError(0x100001);
            Assert.AreEqual("BADCERT_EXPIRED + unknown bits (0x100001)", failure.Name);
        }

        [DataRow(-0x2700, "X509_CERT_VERIFY_FAILED (-0x2700)")]
        [DataRow(-0x7780, "SSL_FATAL_ALERT_MESSAGE (-0x7780)")]
        [DataRow(-0x50, "NET_CONN_RESET (-0x0050)")]
        [DataRow(-0x6800, "SSL_TIMEOUT (-0x6800)")]
        [DataRow(-0x6E80, "SSL_BAD_PROTOCOL_VERSION (-0x6E80)")]
        [DataRow(-0x7280, "SSL_CONN_EOF (-0x7280)")]
        [DataRow(-0x7F00, "SSL_ALLOC_FAILED (-0x7F00)")]
        [DataRow(-0x1234, "mbedTLS error (-0x1234)")]
        [TestMethod]
        public void Both_firmware_generations_give_the_same_words(int code, string name)
        {
            Assert.AreEqual(name, TlsWords.OfSocketError(code).Name);
            Assert.AreEqual(name, TlsWords.OfCryptographicError(code).Name);
            Assert.IsTrue(TlsWords.OfSocketError(code).Meaning.Length > 10);
        }

        [DataRow(3, "DrbgSeedFailed")]
        [DataRow(6, "PrivateKeyParseFailed")]
        [DataRow(7, "CertificateParseFailed")]
        [TestMethod]
        public void Set_up_errors_are_told_from_flags(int code, string name)
        {
            Assert.IsTrue(TlsWords.OfCryptographicError(code).Name.IndexOf(name) > 0);
        }

        [DataRow(10060, "TimedOut (10060)")]
        [DataRow(10061, "ConnectionRefused (10061)")]
        [DataRow(10035, "WouldBlock (10035)")]
        [DataRow(10053, "ConnectionAborted (10053)")]
        [DataRow(11001, "HostNotFound (11001)")]
        [DataRow(12345, "SocketError (12345)")]
        [TestMethod]
        public void Socket_errors_are_explained(int code, string name)
        {
            Assert.AreEqual(name, TlsWords.OfSocketError(code).Name);
        }

        [TestMethod]
        public void A_failure_is_one_line()
        {
            Assert.AreEqual("it broke [X (1)]. Mend it", new Failure("X (1)", "it broke", "Mend it").ToString());
            Assert.AreEqual("it broke [X (1)]", new Failure("X (1)", "it broke", "").ToString());
        }

        [DataRow(5, "CONNACK 5, not authorized")]
        [DataRow(0x87, "CONNACK 135, not authorized")]
        [DataRow(3, "CONNACK 3, server unavailable")]
        [DataRow(99, "CONNACK 99, refused")]
        [TestMethod]
        public void A_brokers_refusal_is_explained(int code, string name)
        {
            Assert.AreEqual(name, ConnackWords.Explain(code).Name);
        }
    }
}
