using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Tests.Wifi
{
    [TestClass]
    public class WifiEntryTests
    {
        [DataRow("HomeNet secret12", "HomeNet", "secret12")]
        [DataRow("HomeNet secret 12 ", "HomeNet", "secret 12 ")]
        [DataRow("K\u00fcche secret12", "K\u00fcche", "secret12")]
        [DataRow("a 123456789012345678901234567890123456789012345678901234567890123", "a", "123456789012345678901234567890123456789012345678901234567890123")]
        [DataRow("12345678901234567890123456789012 secret12", "12345678901234567890123456789012", "secret12")]
        [DataRow("\"my net\" secret12", "my net", "secret12")]
        [DataRow("\"my net\" \"sec ret\"", "my net", "\"sec ret\"")]
        [DataRow("\"HomeNet\" secret12", "HomeNet", "secret12")]
        [DataRow("\" \" secret12", " ", "secret12")]
        [DataRow("\"\"x\" secret12", "\"x", "secret12")]
        [DataRow("\"a\"b c\" secret12", "a\"b c", "secret12")]
        [DataRow("a\"b secret12", "a\"b", "secret12")]
        [TestMethod]
        public void The_first_space_or_closing_quote_parts_SSID_and_password(string line, string ssid, string password)
        {
            var entry = WifiEntry.Parse(line);
            Assert.IsNull(entry.Problem);
            Assert.AreEqual(ssid, entry.Credentials.Ssid);
            Assert.AreEqual(password, entry.Credentials.Password);
        }

        [DataRow("")]
        [DataRow("HomeNet")]
        [DataRow(" secret12")]
        [DataRow("HomeNet ")]
        [DataRow("HomeNet secret1")]
        [DataRow("a 1234567890123456789012345678901234567890123456789012345678901234")]
        [DataRow("123456789012345678901234567890123 secret12")]
        [DataRow("\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc secret12")]
        [DataRow("HomeNet s\u00e9cret12")]
        [DataRow("\"")]
        [DataRow("\"\" secret12")]
        [DataRow("\"my net secret12")]
        [DataRow("\"my net\"secret12")]
        [DataRow("\"my net\" ")]
        [DataRow("\"123456789012345678 901234567890123\" secret12")]
        [TestMethod]
        public void Nonsense_is_refused_with_a_reason_that_repeats_no_password(string line)
        {
            var entry = WifiEntry.Parse(line);
            Assert.IsNull(entry.Credentials);
            Assert.IsTrue(entry.Problem.Length > 10);
            Assert.IsTrue(entry.Problem.IndexOf("cret1") < 0);
        }

        [TestMethod]
        public void Outcomes_are_told_in_words()
        {
            Assert.AreEqual("HomeNet refused the password", WifiOutcomeWords.Of(WifiOutcome.WrongPassword, "HomeNet"));
            Assert.AreEqual("HomeNet is not in reach", WifiOutcomeWords.Of(WifiOutcome.NotFound, "HomeNet"));
            Assert.AreEqual("HomeNet did not answer in time", WifiOutcomeWords.Of(WifiOutcome.TimedOut, "HomeNet"));
        }
    }
}
