using System.Collections;
using SecureEsp.DeviceApp.Crypto;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The keys for encrypted payloads, the device's own and those of its groups, as they were put on the flash: a line <c>NAME=KEY</c> for each, the
    /// key 16 bytes in hexadecimal.
    /// </summary>
    public sealed class PayloadKeys : IPayloadKeys
    {
        /// <summary>Most keys that are read.</summary>
        public const int MaxKeys = 8;

        private readonly string[] _names = new string[MaxKeys];
        private readonly byte[][] _keys = new byte[MaxKeys][];
        private readonly ArrayList _remarks;
        private int _count;

        /// <summary>Those of a file.</summary>
        public PayloadKeys(KeyValueFile file)
        {
            _remarks = file.Remarks;
            for (var i = 0; i < file.Count; i++)
            {
                var key = Hex(file.Value(i));
                if (key == null || _count == MaxKeys)
                {
                    _remarks.Add("the payload key " + file.Key(i) + " has no 32 hexadecimal digits, or is one too many: passed over");
                    continue;
                }

                _names[_count] = file.Key(i);
                _keys[_count++] = key;
            }
        }

        /// <summary>What could not be used, one readable string each; no key is in them.</summary>
        public ArrayList Remarks
        {
            get { return _remarks; }
        }

        /// <inheritdoc/>
        public bool Has(string name)
        {
            return IndexOf(name) >= 0;
        }

        /// <inheritdoc/>
        public bool Authenticates(Manifest manifest)
        {
            return Authenticated(manifest) != null;
        }

        /// <summary>What deciphers a payload.</summary>
        /// <returns>Null where the payload is not encrypted.</returns>
        /// <exception cref="UpdateException">There is no such key, or it is not the one.</exception>
        public PayloadDecryptor Open(Manifest manifest)
        {
            if (manifest.Encryption == null)
            {
                return null;
            }

            if (!Has(manifest.Encryption.KeyId))
            {
                throw new UpdateException(UpdateReason.NoSuchKey, manifest.Encryption.KeyId);
            }

            return Authenticated(manifest) ?? throw new UpdateException(UpdateReason.PayloadMac, manifest.Encryption.KeyId);
        }

        private PayloadDecryptor Authenticated(Manifest manifest)
        {
            var encryption = manifest.Encryption;
            var decryptor = new PayloadDecryptor(_keys[IndexOf(encryption.KeyId)], encryption.Iv);
            return decryptor.Authenticate(manifest.Payload.Size, manifest.PageDigests, encryption.Mac) ? decryptor : null;
        }

        private int IndexOf(string name)
        {
            for (var i = 0; i < _count; i++)
            {
                if (_names[i] == name)
                {
                    return i;
                }
            }

            return -1;
        }

        private static byte[] Hex(string text)
        {
            var key = new byte[PayloadDecryptor.BlockBytes];
            if (text.Length != 2 * key.Length)
            {
                return null;
            }

            for (var i = 0; i < key.Length; i++)
            {
                var value = HttpText.HexByte(text[2 * i], text[(2 * i) + 1]);
                if (value < 0)
                {
                    return null;
                }

                key[i] = (byte)value;
            }

            return key;
        }
    }
}
