using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Public keys that may sign, and how many of them must: CBOR {1: format 1, 2: version, 3: threshold, 4: [key, …]}. A key that is in
    /// no set any more is revoked.
    /// </summary>
    public sealed class KeySet
    {
        /// <summary>Most keys.</summary>
        public const int MaxKeys = 8;

        /// <summary>Longest encoding, in bytes.</summary>
        public const int MaxBytes = 640;

        /// <summary>Bytes of a key: an uncompressed point of P-256 (SEC 1 section 2.3.3).</summary>
        public const int KeyBytes = 65;

        private const int Format = 1;

        private KeySet()
        {
        }

        /// <summary>One more than that of the set before it; at least 1.</summary>
        public uint Version { get; private set; }

        /// <summary>How many keys must sign; from 1 to the number of keys.</summary>
        public int Threshold { get; private set; }

        /// <summary>The keys, 65 bytes each.</summary>
        public byte[][] Keys { get; private set; }

        /// <summary>Their ids: the first 8 bytes of SHA-256 of each.</summary>
        public byte[][] KeyIds { get; private set; }

        /// <summary>The encoding, which is what is signed and stored.</summary>
        public byte[] Encoded { get; private set; }

        /// <summary>Reads a key set that nothing follows.</summary>
        /// <returns>A <see cref="UpdateReason"/>; with <see cref="UpdateReason.Accepted"/> there is a set, else null.</returns>
        public static int Read(byte[] bytes, int offset, int length, ISignatureScheme scheme, out KeySet set)
        {
            set = null;
            var reader = new CborReader(bytes, offset, length);
            var read = new KeySet();
            reader.Map(4, 4);
            reader.Key(1);
            var format = reader.Number(0, uint.MaxValue);
            if (reader.Error == CborError.None && format != Format)
            {
                return UpdateReason.KeySetFormat;
            }

            reader.Key(2);
            read.Version = (uint)reader.Number(1, uint.MaxValue);
            reader.Key(3);
            read.Threshold = (int)reader.Number(0, int.MaxValue);
            reader.Key(4);
            read.Keys = new byte[reader.Array(1, MaxKeys)][];
            for (var i = 0; i < read.Keys.Length; i++)
            {
                read.Keys[i] = reader.Copy(KeyBytes);
            }

            reader.End();
            var reason = reader.Error == CborError.None ? read.Check(scheme) : UpdateReason.KeySet + (int)reader.Error;
            if (reason == UpdateReason.Accepted)
            {
                read.Encoded = new byte[length];
                Array.Copy(bytes, offset, read.Encoded, 0, length);
                set = read;
            }

            return reason;
        }

        /// <summary>Index of the key that a signature names; -1 where it is none of these.</summary>
        public int IndexOf(SignatureList signatures, int signature)
        {
            for (var i = 0; i < KeyIds.Length; i++)
            {
                if (signatures.CompareKeyId(signature, KeyIds[i]) == 0)
                {
                    return i;
                }
            }

            return -1;
        }

        private int Check(ISignatureScheme scheme)
        {
            if (Threshold < 1 || Threshold > Keys.Length)
            {
                return UpdateReason.KeySetThreshold;
            }

            KeyIds = new byte[Keys.Length][];
            for (var i = 0; i < Keys.Length; i++)
            {
                if (!scheme.IsPublicKey(Keys[i]))
                {
                    return UpdateReason.KeySetPoint;
                }

                KeyIds[i] = new byte[SignatureList.KeyIdBytes];
                Array.Copy(scheme.Hash(Keys[i], 0, KeyBytes), 0, KeyIds[i], 0, SignatureList.KeyIdBytes);

                // By id, not by key: the id is what a signature names, so two keys with one id would make it ambiguous.
                for (var before = 0; before < i; before++)
                {
                    if (ByteOrder.AreEqual(KeyIds[before], KeyIds[i]))
                    {
                        return UpdateReason.KeySetDuplicate;
                    }
                }
            }

            return UpdateReason.Accepted;
        }
    }
}
