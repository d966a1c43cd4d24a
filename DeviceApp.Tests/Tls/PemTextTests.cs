using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Tests.Tls
{
    [TestClass]
    public class PemTextTests
    {
        private const string One = "-----BEGIN CERTIFICATE-----\nAAAA\nBBBB\n-----END CERTIFICATE-----\n";
        private const string Two = "-----BEGIN CERTIFICATE-----\nAAAA\nBBBC\n-----END CERTIFICATE-----\n";

        [DataRow(One, One, true)]
        [DataRow(One, "-----BEGIN CERTIFICATE-----\r\nAAAA\r\nBBBB\r\n-----END CERTIFICATE-----", true)]
        [DataRow(One + One, One, false)]
        [DataRow(One, One + Two, false)]
        [DataRow(Two + One, One, false)]
        [DataRow(One, Two, false)]
        [DataRow(One, "", false)]
        [DataRow("", "", true)]
        [TestMethod]
        public void Texts_are_the_same_but_for_blanks_and_a_NUL_at_the_end(string one, string other, bool same)
        {
            var a = Encoding.UTF8.GetBytes(one);
            var b = new byte[8 + Encoding.UTF8.GetBytes(other).Length + 1];
            Encoding.UTF8.GetBytes(other).CopyTo(b, 8);
            Assert.AreEqual(same, PemText.Same(a, 0, a.Length, b, 8, b.Length - 8));
            Assert.AreEqual(same, PemText.Same(b, 8, b.Length - 8, a, 0, a.Length));
        }

        [DataRow(One, true)]
        [DataRow("x" + One, true)]
        [DataRow("-----BEGIN CERTIFICATE----", false)]
        [DataRow("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", false)]
        [DataRow("", false)]
        [TestMethod]
        public void A_certificate_is_found(string text, bool found)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.AreEqual(found, PemText.HasCertificate(bytes, 0, bytes.Length));
        }
    }
}
