using System;
using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The firmware's own HMAC-SHA-256.</summary>
    public sealed class HmacHash : IKeyedHash
    {
        private readonly byte[] _key = Encoding.UTF8.GetBytes(PayloadLayout.DigestKey);

        /// <inheritdoc/>
        public byte[] Of(byte[] bytes, int count)
        {
            var exact = bytes;
            if (count != bytes.Length)
            {
                // It takes whole arrays only; this happens once, with the last chunk.
                exact = new byte[count];
                Array.Copy(bytes, exact, count);
            }

            return HMACSHA256.HashData(_key, exact);
        }
    }
}
