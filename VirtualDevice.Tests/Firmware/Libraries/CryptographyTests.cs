using System;
using System.Security.Cryptography;
using System.Text;
using nanoFramework.TestFramework;

namespace Libraries
{
    /// <summary>nf-interpreter, nf_sys_sec_cryptography_System_Security_Cryptography_Aes.cpp and _HMACSHA256.cpp.</summary>
    [TestClass]
    public class CryptographyTests
    {
        // RFC 4231, test cases 1, 2 and 6.
        [TestMethod]
        public static void HMACSHA256_gives_the_codes_of_RFC_4231()
        {
            Assert.AreEqual(
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                Hex(HMACSHA256.HashData(Filled(20, 0x0b), Encoding.UTF8.GetBytes("Hi There"))));
            using HMACSHA256 jefe = new HMACSHA256(Encoding.UTF8.GetBytes("Jefe"));
            Assert.AreEqual(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                Hex(jefe.ComputeHash(Encoding.UTF8.GetBytes("what do ya want for nothing?"))));
            Assert.AreEqual(
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
                Hex(HMACSHA256.HashData(Filled(131, 0xaa), Encoding.UTF8.GetBytes("Test Using Larger Than Block-Size Key - Hash Key First"))));
        }

        // RFC 4231, test case 2.
        [TestMethod]
        public static void HMACSHA512_gives_the_code_of_RFC_4231()
        {
            Assert.AreEqual(
                "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
                Hex(HMACSHA512.HashData(Encoding.UTF8.GetBytes("Jefe"), Encoding.UTF8.GetBytes("what do ya want for nothing?"))));
        }

        [TestMethod]
        public static void An_HMAC_is_no_use_without_key_or_after_Dispose()
        {
            Assert.ThrowsException(typeof(ArgumentNullException), () => HMACSHA256.HashData(null, new byte[1]));
            Assert.ThrowsException(typeof(ArgumentNullException), () => HMACSHA256.HashData(new byte[1], null));
            byte[] key = { 1, 2 };
            HMACSHA256 hmac = new HMACSHA256(key);
            hmac.Dispose();
            Assert.AreEqual((byte)0, key[0]);
            Assert.ThrowsException(typeof(ObjectDisposedException), () => hmac.ComputeHash(new byte[1]));
            Assert.AreEqual(64, new HMACSHA256().Key.Length);
        }

        // FIPS 197, appendix C.1.
        [TestMethod]
        public static void Aes_enciphers_as_FIPS_197()
        {
            Aes aes = new Aes(CipherMode.ECB) { Key = Bytes("000102030405060708090a0b0c0d0e0f") };
            byte[] cipher = aes.Encrypt(Bytes("00112233445566778899aabbccddeeff"));
            Assert.AreEqual("69c4e0d86a7b0430d8cdb78070b4c55a", Hex(cipher));
            Assert.AreEqual("00112233445566778899aabbccddeeff", Hex(aes.Decrypt(cipher)));
        }

        // NIST SP 800-38A, F.2.1.
        [TestMethod]
        public static void Aes_chains_blocks_as_SP_800_38A()
        {
            Aes aes = new Aes(CipherMode.CBC)
            {
                Key = Bytes("2b7e151628aed2a6abf7158809cf4f3c"),
                IV = Bytes("000102030405060708090a0b0c0d0e0f"),
            };
            string plain = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51";
            byte[] cipher = aes.Encrypt(Bytes(plain));
            Assert.AreEqual("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2", Hex(cipher));
            Assert.AreEqual(plain, Hex(aes.Decrypt(cipher)));
        }

        [TestMethod]
        public static void Aes_pads_nothing_and_takes_128_bit_keys_only()
        {
            Aes aes = new Aes(CipherMode.ECB) { Key = new byte[16] };
            Assert.ThrowsException(typeof(ArgumentException), () => aes.Encrypt(new byte[15]));
            aes.Key = new byte[32];
            Assert.ThrowsException(typeof(ArgumentException), () => aes.Encrypt(new byte[16]));
            Assert.ThrowsException(typeof(NotSupportedException), () => new Aes(CipherMode.None).Encrypt(new byte[16]));
        }

        private static byte[] Filled(int length, byte value)
        {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++)
            {
                bytes[i] = value;
            }

            return bytes;
        }

        private static byte[] Bytes(string hex)
        {
            byte[] bytes = new byte[hex.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Convert.ToByte(hex.Substring(2 * i, 2), 16);
            }

            return bytes;
        }

        private static string Hex(byte[] bytes)
        {
            string hex = "";
            foreach (byte b in bytes)
            {
                hex += b.ToString("x2");
            }

            return hex;
        }
    }
}
