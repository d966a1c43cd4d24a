using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>
    /// Stands for ECDSA where only the rules around it are tested: a signature is a hash of key and hash. Counts verifications.
    /// </summary>
    public sealed class TestScheme : ISignatureScheme
    {
        public int Verifications { get; private set; }

        /// <summary>The public key with this number.</summary>
        public static byte[] Key(int number)
        {
            var key = TestBytes.Of(KeySet.KeyBytes, number);
            key[0] = 4;
            return key;
        }

        public byte[] Hash(byte[] bytes, int offset, int count)
        {
            var hash = new byte[32];
            for (var part = 0; part < 4; part++)
            {
                // FNV-1a with another start for each part.
                var value = 0xCBF29CE484222325 + (ulong)part;
                for (var i = 0; i < count; i++)
                {
                    value = (value ^ bytes[offset + i]) * 0x100000001B3;
                }

                for (var i = 0; i < 8; i++)
                {
                    hash[(8 * part) + i] = (byte)(value >> (8 * i));
                }
            }

            return hash;
        }

        public bool IsPublicKey(byte[] publicKey)
        {
            return publicKey[0] == 4;
        }

        public bool Verify(byte[] publicKey, byte[] hash, byte[] bytes, int offset, int count)
        {
            Verifications++;
            return ByteOrder.AreEqual(Sign(publicKey, hash), TestBytes.Cut(bytes, offset, count));
        }

        public byte[] KeyId(int key)
        {
            return TestBytes.Cut(Hash(Key(key), 0, KeySet.KeyBytes), 0, 8);
        }

        public byte[] Sign(byte[] publicKey, byte[] hash)
        {
            var both = TestBytes.Join(publicKey, hash);
            return Hash(both, 0, both.Length);
        }

        /// <summary>The signature list of these keys, in the order of their ids.</summary>
        public byte[] SignatureList(byte[] message, params int[] keys)
        {
            var cbor = new TestCbor();
            AppendSignatures(cbor, message, keys);
            return cbor.Done;
        }

        public void AppendSignatures(TestCbor cbor, byte[] message, int[] keys)
        {
            cbor.Array(keys.Length);
            Sort(keys);
            foreach (var key in keys)
            {
                cbor.Array(2).Bytes(KeyId(key)).Bytes(Sign(Key(key), Hash(message, 0, message.Length)));
            }
        }

        public void Sort(int[] keys)
        {
            for (var i = 1; i < keys.Length; i++)
            {
                for (var j = i; j > 0 && ByteOrder.Compare(KeyId(keys[j]), 0, KeyId(keys[j - 1]), 0, 8) < 0; j--)
                {
                    var other = keys[j];
                    keys[j] = keys[j - 1];
                    keys[j - 1] = other;
                }
            }
        }

        /// <summary>The encoding of a key set.</summary>
        public byte[] KeySetBytes(long version, int threshold, params int[] keys)
        {
            var cbor = new TestCbor().Map(4).Number(1).Number(1).Number(2).Number(version).Number(3).Number(threshold).Number(4).Array(keys.Length);
            foreach (var key in keys)
            {
                cbor.Bytes(Key(key));
            }

            return cbor.Done;
        }

        public KeySet Set(long version, int threshold, params int[] keys)
        {
            var bytes = KeySetBytes(version, threshold, keys);
            KeySet set;
            KeySet.Read(bytes, 0, bytes.Length, this, out set);
            return set;
        }
    }
}
