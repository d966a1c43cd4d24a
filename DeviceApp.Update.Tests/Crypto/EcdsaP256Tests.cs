using System;
using System.Text;
using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Crypto;

namespace SecureEsp.DeviceApp.Tests.Crypto
{
    [TestClass]
    public class EcdsaP256Tests
    {
        // RFC 6979, A.2.5: key, and the signature of "sample" with SHA-256. The r begins with a set bit: DER puts a zero before it.
        private const string Key =
            "0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";

        private const string R = "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716";
        private const string S = "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8";

        [TestMethod]
        public void The_example_of_RFC_6979_holds()
        {
            var signature = Bytes("3046022100" + R + "022100" + S);
            Assert.IsTrue(EcdsaP256.Verify(Bytes(Key), Hash("sample"), signature, 0, signature.Length));
            Assert.IsFalse(EcdsaP256.Verify(Bytes(Key), Hash("sampl"), signature, 0, signature.Length));
        }

        [TestMethod]
        public void Verification_by_the_book_agrees()
        {
            var key = Bytes(Key);
            var x = Limbs.FromBytes(key, 1, 32);
            var y = Limbs.FromBytes(key, 33, 32);
            Assert.IsTrue(PlainP256.IsOnCurve(x, y));
            var r = Limbs.FromBytes(Bytes(R), 0, 32);
            var s = Limbs.FromBytes(Bytes(S), 0, 32);
            Assert.IsTrue(PlainP256.Verify(x, y, Limbs.FromBytes(Hash("sample"), 0, 32), r, s));
            Assert.IsFalse(PlainP256.Verify(x, y, Limbs.FromBytes(Hash("sampl"), 0, 32), r, s));
        }

        [TestMethod]
        public void Every_bit_of_key_hash_and_signature_counts()
        {
            var key = Bytes(Key);
            var hash = Hash("sample");
            var signature = Bytes("3046022100" + R + "022100" + S);
            for (var bit = 0; bit < 8 * signature.Length; bit += 17)
            {
                Flip(signature, bit);
                Assert.IsFalse(EcdsaP256.Verify(key, hash, signature, 0, signature.Length));
                Flip(signature, bit);
                Flip(hash, bit % 256);
                Assert.IsFalse(EcdsaP256.Verify(key, hash, signature, 0, signature.Length));
                Flip(hash, bit % 256);
                Flip(key, bit % 520);
                Assert.IsFalse(EcdsaP256.Verify(key, hash, signature, 0, signature.Length));
                Flip(key, bit % 520);
            }

            Assert.IsTrue(EcdsaP256.Verify(key, hash, signature, 0, signature.Length));
        }

        private static void Flip(byte[] bytes, int bit)
        {
            bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
        }

        private static byte[] Hash(string text)
        {
            var sha = new Sha256();
            var bytes = Encoding.UTF8.GetBytes(text);
            sha.Append(bytes, 0, bytes.Length);
            var hash = new byte[Sha256.HashBytes];
            sha.Finish(hash, 0);
            return hash;
        }

        private static byte[] Bytes(string hex)
        {
            var bytes = new byte[hex.Length / 2];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Convert.ToByte(hex.Substring(2 * i, 2), 16);
            }

            return bytes;
        }
    }
}
