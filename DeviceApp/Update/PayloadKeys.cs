using System;
using System.Collections;
using System.Text;
using SecureEsp.DeviceApp.Crypto;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The keys for encrypted payloads, the device's own and those of its groups, as they were put on the flash: a line <c>NAME=KEY</c> for each, the
    /// key 16 bytes in hexadecimal. Lines that begin with # and empty ones are passed over.
    /// </summary>
    public sealed class PayloadKeys : IPayloadKeys
    {
        /// <summary>Most keys that are read.</summary>
        public const int MaxKeys = 8;

        private readonly string[] _names = new string[MaxKeys];
        private readonly byte[][] _keys = new byte[MaxKeys][];
        private readonly ArrayList _remarks = new ArrayList();
        private int _count;

        /// <summary>Those of a file; none where there is no such file.</summary>
        public PayloadKeys(IRecordFile file)
        {
            try
            {
                var bytes = file.Read();
                if (bytes != null)
                {
                    Read(file.Path, bytes);
                }
            }
            catch (Exception e)
            {
                _remarks.Add(file.Path + " cannot be read: " + e.GetType().Name + ", " + e.Message);
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

        private void Read(string path, byte[] bytes)
        {
            if (!Utf8.IsValid(bytes, bytes.Length))
            {
                _remarks.Add(path + " is not UTF-8");
                return;
            }

            var lines = Encoding.UTF8.GetString(bytes, 0, bytes.Length).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var line = lines[i].Trim();
                if (line.Length > 0 && line[0] != '#' && !TryAdd(line))
                {
                    _remarks.Add(path + ", line " + (i + 1).ToString() + " is no NAME=KEY with 32 hexadecimal digits, a name that was there, or one too many");
                }
            }
        }

        private bool TryAdd(string line)
        {
            var equals = line.IndexOf('=');
            var key = equals < 1 || _count == MaxKeys || Has(line.Substring(0, equals)) ? null : Hex(line, equals + 1);
            if (key == null)
            {
                return false;
            }

            _names[_count] = line.Substring(0, equals);
            _keys[_count++] = key;
            return true;
        }

        private static byte[] Hex(string line, int at)
        {
            var key = new byte[PayloadDecryptor.BlockBytes];
            if (line.Length - at != 2 * key.Length)
            {
                return null;
            }

            for (var i = 0; i < key.Length; i++)
            {
                var high = Digit(line[at + (2 * i)]);
                var low = Digit(line[at + (2 * i) + 1]);
                if (high < 0 || low < 0)
                {
                    return null;
                }

                key[i] = (byte)((high << 4) | low);
            }

            return key;
        }

        private static int Digit(char c)
        {
            return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        }
    }
}
