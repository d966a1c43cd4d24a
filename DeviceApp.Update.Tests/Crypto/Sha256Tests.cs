using System;
using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Crypto;

namespace SecureEsp.DeviceApp.Tests.Crypto
{
    [TestClass]
    public class Sha256Tests
    {
        // FIPS 180-4's examples, as NIST published them.
        [TestMethod]
        [DataRow("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
        [DataRow("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
        [DataRow("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
        public void The_examples_of_NIST_come_out(string message, string hash)
        {
            Assert.AreEqual(hash, Hex(Hash(Ascii(message), 1000)));
        }

        [TestMethod]
        public void Pieces_of_any_size_give_the_same_hash()
        {
            var message = new byte[300];
            for (var i = 0; i < message.Length; i++)
            {
                message[i] = (byte)(i * 7);
            }

            var whole = Hex(Hash(message, message.Length));
            for (var piece = 1; piece < 130; piece++)
            {
                Assert.AreEqual(whole, Hex(Hash(message, piece)));
            }
        }

        [TestMethod]
        public void An_object_hashes_one_message_after_the_other()
        {
            var sha = new Sha256();
            sha.Append(new byte[100], 0, 100);
            sha.Reset();
            sha.Append(Ascii("xabcx"), 1, 3);
            var hash = new byte[40];
            sha.Finish(hash, 8);
            Assert.AreEqual("0000000000000000ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Hex(hash));
        }

        [TestMethod]
        public void Ranges_outside_the_array_are_refused()
        {
            var sha = new Sha256();
            var bytes = new byte[10];
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => sha.Append(bytes, -1, 1));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => sha.Append(bytes, 0, -1));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => sha.Append(bytes, 5, 6));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => sha.Append(bytes, 5, int.MaxValue));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => sha.Finish(bytes, 0));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => sha.Finish(new byte[32], 1));
        }

        private static byte[] Hash(byte[] message, int piece)
        {
            var sha = new Sha256();
            for (var at = 0; at < message.Length; at += piece)
            {
                sha.Append(message, at, piece < message.Length - at ? piece : message.Length - at);
            }

            var hash = new byte[Sha256.HashBytes];
            sha.Finish(hash, 0);
            return hash;
        }

        private static byte[] Ascii(string text)
        {
            return text.Length == 0 ? new byte[0] : Encoding.UTF8.GetBytes(text);
        }

        private static string Hex(byte[] bytes)
        {
            var hex = "";
            foreach (var b in bytes)
            {
                hex += b.ToString("x2");
            }

            return hex;
        }
    }
}
