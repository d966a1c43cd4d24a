using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>AES-128-CBC, then HMAC-SHA-256, with keys derived from the one that the device has stored.</summary>
internal static class PayloadCipher
{
    public const int KeySize = 16;
    private const int BlockSize = 16;

    /// <summary>How long so many bytes become with PKCS#7.</summary>
    public static long Padded(long plain) => (plain / BlockSize + 1) * BlockSize;

    public static byte[] Encrypt(byte[] key, byte[] iv, byte[] plain)
    {
        using var aes = Cipher(key);
        return aes.EncryptCbc(plain, iv);
    }

    /// <exception cref="CryptographicException">The padding is wrong.</exception>
    public static byte[] Decrypt(byte[] key, byte[] iv, byte[] payload)
    {
        using var aes = Cipher(key);
        return aes.DecryptCbc(payload, iv);
    }

    /// <summary>Over the vector, the payload's size and its digests: a wrong key is noticed before anything is decrypted.</summary>
    public static byte[] Mac(byte[] key, byte[] iv, int payloadSize, IReadOnlyList<byte[]> pages)
    {
        var size = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)payloadSize);
        return HMACSHA256.HashData((ReadOnlySpan<byte>)Derive(key, "SecureEsp payload mac v1"u8), [.. iv, .. size, .. pages.SelectMany(p => p)]);
    }

    private static Aes Cipher(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = Derive(key, "SecureEsp payload encryption v1"u8)[..KeySize];
        return aes;
    }

    private static byte[] Derive(byte[] key, ReadOnlySpan<byte> label) => HMACSHA256.HashData(key, label);
}
