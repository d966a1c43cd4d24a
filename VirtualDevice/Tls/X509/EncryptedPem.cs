using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// A key under PEM's own encryption (RFC 1421 headers "Proc-Type" and "DEK-Info", as `openssl genrsa -aes256` of OpenSSL 1
/// and `openssl ec -aes256` write it), with the ciphers that mbedTLS's pem.c has on an ESP32-S3: AES-192 is not among them.
/// </summary>
internal sealed class EncryptedPem
{
    private const string Header = "Proc-Type: 4,ENCRYPTED";
    private const string Cipher = "DEK-Info: ";

    private readonly string _cipher;
    private readonly byte[] _iv;
    private readonly byte[] _data;

    private EncryptedPem(string cipher, byte[] iv, byte[] data)
    {
        _cipher = cipher;
        _iv = iv;
        _data = data;
    }

    /// <summary>Only keys of the traditional forms may have it.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out EncryptedPem found)
    {
        found = null!;
        var header = text.IndexOf(Header, StringComparison.Ordinal);
        if (header < 0 || !IsTraditional(text[..header])) return false;

        var rest = text[(header + Header.Length)..];
        var cipher = rest.IndexOf(Cipher, StringComparison.Ordinal);
        var end = rest.IndexOf("-----END", StringComparison.Ordinal);
        if (cipher < 0 || end < cipher) return false;

        rest = rest[(cipher + Cipher.Length)..end];
        var line = rest.IndexOf('\n');
        if (line < 0) return false;

        var parts = rest[..line].ToString().Trim().Split(',');
        if (parts.Length != 2) return false;
        try
        {
            found = new EncryptedPem(parts[0], Convert.FromHexString(parts[1]), Convert.FromBase64String(rest[line..].ToString()));
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <exception cref="CryptographicException">No password, the wrong one, or a cipher that the board has not.</exception>
    public byte[] Decrypt(string? password)
    {
        if (string.IsNullOrEmpty(password)) throw new CryptographicException("the key needs a password");
        using SymmetricAlgorithm cipher = _cipher switch
        {
            "AES-128-CBC" or "AES-256-CBC" => Aes.Create(),
            "DES-EDE3-CBC" => TripleDES.Create(),
            "DES-CBC" => DES.Create(),
            _ => throw new CryptographicException($"no such encryption on the board: {_cipher}"),
        };
        if (_iv.Length != cipher.BlockSize / 8) throw new CryptographicException("the initialisation vector has a wrong length");
        cipher.Key = DeriveKey(password, _cipher switch { "AES-128-CBC" => 16, "AES-256-CBC" => 32, "DES-EDE3-CBC" => 24, _ => 8 });
        return cipher.DecryptCbc(_data, _iv);
    }

    private static bool IsTraditional(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.EndsWith("-----BEGIN RSA PRIVATE KEY-----", StringComparison.Ordinal)
            || before.EndsWith("-----BEGIN EC PRIVATE KEY-----", StringComparison.Ordinal);
    }

    // OpenSSL's EVP_BytesToKey with MD5 and one round; the salt is the first half of the initialisation vector.
    private byte[] DeriveKey(string password, int length)
    {
        byte[] secret = [.. Encoding.UTF8.GetBytes(password), .. _iv.AsSpan(0, 8)];
        var key = MD5.HashData(secret);
        while (key.Length < length) key = [.. key, .. MD5.HashData([.. key.AsSpan(key.Length - 16), .. secret])];
        return key[..length];
    }
}
