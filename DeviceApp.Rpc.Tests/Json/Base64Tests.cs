using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Formats.Json;

namespace SecureEsp.DeviceApp.Tests.Json
{
    [TestClass]
    public class Base64Tests
    {
        // RFC 4648 section 10.
        [TestMethod]
        [DataRow("", "")]
        [DataRow("f", "Zg==")]
        [DataRow("fo", "Zm8=")]
        [DataRow("foo", "Zm9v")]
        [DataRow("foob", "Zm9vYg==")]
        [DataRow("fooba", "Zm9vYmE=")]
        [DataRow("foobar", "Zm9vYmFy")]
        public void The_vectors_of_the_RFC(string plain, string encoded)
        {
            var bytes = Encoding.UTF8.GetBytes(plain);
            var target = new byte[20];
            Assert.AreEqual(encoded.Length, Base64.Encode(bytes, 0, bytes.Length, target, 3));
            Assert.AreEqual(encoded.Length, Base64.EncodedLength(bytes.Length));
            Assert.AreEqual(encoded, encoded.Length == 0 ? "" : Encoding.UTF8.GetString(target, 3, encoded.Length));
            Assert.AreEqual(plain.Length, Base64.Decode(target, 3, encoded.Length, target, 3));
            Assert.AreEqual(plain, plain.Length == 0 ? "" : Encoding.UTF8.GetString(target, 3, plain.Length));
        }

        [TestMethod]
        [DataRow("Zg")]
        [DataRow("Zg=")]
        [DataRow("Zg===")]
        [DataRow("Z===")]
        [DataRow("====")]
        [DataRow("Zh==")]
        [DataRow("Zm9=")]
        [DataRow("Zg==Zg==")]
        [DataRow("Zm=v")]
        [DataRow("Zm9v\n")]
        [DataRow("Zm 9")]
        [DataRow("Zm9-")]
        [DataRow("Zm9_")]
        public void There_is_one_spelling_only(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.AreEqual(-1, Base64.Decode(bytes, 0, bytes.Length, new byte[20], 0));
        }

        [TestMethod]
        public void All_bytes_come_back()
        {
            var bytes = new byte[257];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)(i * 7);
            }

            for (var length = 0; length < bytes.Length; length++)
            {
                var target = new byte[Base64.EncodedLength(length)];
                Base64.Encode(bytes, bytes.Length - length, length, target, 0);
                Assert.AreEqual(length, Base64.Decode(target, 0, target.Length, target, 0));
                for (var i = 0; i < length; i++)
                {
                    Assert.AreEqual(bytes[bytes.Length - length + i], target[i]);
                }
            }
        }
    }
}
