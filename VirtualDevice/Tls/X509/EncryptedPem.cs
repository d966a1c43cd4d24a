using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// A key under PEM's own encryption (RFC 1421 headers "Proc-Type" and "DEK-Info", as `openssl genrsa -aes256` of OpenSSL 1
/// and `openssl ec -aes256` write it), AES-CBC as in mbedTLS's pem.c.
/// </summary>
internal sealed class EncryptedPem
{
    private const string Header = "DEK-Info: AES-";

    private readonly int _keyBytes;
    private readonly byte[] _iv;
    private readonly byte[] _data;

    private EncryptedPem(int keyBytes, byte[] iv, byte[] data)
    {
        _keyBytes = keyBytes;
        _iv = iv;
        _data = data;
    }

    public static bool TryFind(ReadOnlySpan<char> text, out EncryptedPem found)
    {
        found = null!;
        var header = text.IndexOf(Header, StringComparison.Ordinal);
        if (header < 0) return false;

        var rest = text[(header + Header.Length)..];
        var end = rest.IndexOf("-----END", StringComparison.Ordinal);
        var line = rest.IndexOf('\n');
        if (end < 0 || line < 0) return false;

        var parts = rest[..line].ToString().Trim().Split("-CBC,");
        if (parts.Length != 2 || !int.TryParse(parts[0], out var bits) || bits is not (128 or 192 or 256)) return false;
        try
        {
            found = new EncryptedPem(bits / 8, Convert.FromHexString(parts[1]), Convert.FromBase64String(rest[line..end].ToString()));
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <exception cref="CryptographicException">No password, or the wrong one.</exception>
    public byte[] Decrypt(string? password)
    {
        if (string.IsNullOrEmpty(password)) throw new CryptographicException("the key needs a password");
        using var aes = Aes.Create();
        aes.Key = DeriveKey(password);
        return aes.DecryptCbc(_data, _iv);
    }

    // OpenSSL's EVP_BytesToKey with MD5 and one round; the salt is the first half of the initialisation vector.
    private byte[] DeriveKey(string password)
    {
        byte[] secret = [.. Encoding.UTF8.GetBytes(password), .. _iv.AsSpan(0, 8)];
        var key = MD5.HashData(secret);
        while (key.Length < _keyBytes) key = [.. key, .. MD5.HashData([.. key.AsSpan(key.Length - 16), .. secret])];
        return key[.._keyBytes];
    }
}
