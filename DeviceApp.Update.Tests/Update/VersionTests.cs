using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    [TestClass]
    public class VersionTests
    {
        [DataRow("1.0.0", "1.0.0", 0)]
        [DataRow("1.0.1", "1.0.0", 1)]
        [DataRow("1.1.0", "1.0.9", 1)]
        [DataRow("2.0.0", "1.65535.65535", 1)]
        [DataRow("1.10.0", "1.9.0", 1)]
        [DataRow("0.0.0", "0.0.1", -1)]
        [DataRow("65535.65535.65535", "65535.65535.65534", 1)]
        [TestMethod]
        public void Versions_are_compared_part_by_part(string one, string other, int expected)
        {
            var difference = SemanticVersion.Parse(one).CompareTo(SemanticVersion.Parse(other));
            Assert.AreEqual(expected, difference > 0 ? 1 : difference < 0 ? -1 : 0);
            var back = SemanticVersion.Parse(other).CompareTo(SemanticVersion.Parse(one));
            Assert.AreEqual(-expected, back > 0 ? 1 : back < 0 ? -1 : 0);
            Assert.AreEqual(one, SemanticVersion.Parse(one).ToString());
        }

        [DataRow("")]
        [DataRow("1")]
        [DataRow("1.2")]
        [DataRow("1.2.3.4")]
        [DataRow("1..3")]
        [DataRow("01.2.3")]
        [DataRow("1.2.65536")]
        [DataRow("1.2.3-rc")]
        [DataRow("-1.2.3")]
        [DataRow("1.2. 3")]
        [DataRow("v1.2.3")]
        [DataRow("1.2.99999999999")]
        [TestMethod]
        public void Anything_else_is_no_version(string text)
        {
            Assert.IsNull(SemanticVersion.Parse(text));
        }
    }
}
