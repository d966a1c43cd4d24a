using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// Reads a private key as mbedtls_pk_parse_key does: PEM only where the bytes END IN 0, else DER; PKCS#8 (encrypted or
/// not), PKCS#1 and SEC 1; the first key of a text that holds certificates too. Encryptions that the board has not are refused.
/// </summary>
public static class PrivateKeyText
{
    /// <summary>Returns an RSA or ECDsa; the caller owns it.</summary>
    /// <exception cref="CryptographicException">Not a key, or the wrong password, or none where one is needed.</exception>
    public static AsymmetricAlgorithm Parse(ReadOnlySpan<byte> bytes, string? password)
    {
        if (bytes.IsEmpty) throw new CryptographicException("no key");
        if (bytes[^1] != 0) return FromDer(bytes, password);

        ReadOnlySpan<char> text = Encoding.Latin1.GetString(bytes[..bytes.IndexOf((byte)0)]);
        while (PemEncoding.TryFind(text, out var fields))
        {
            var label = text[fields.Label].ToString();
            if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal)) return FromPem(label, text[fields.Location], password);
            text = text[fields.Location.End..];
        }
        // A text with the old encryption's headers is no PEM for PemEncoding.
        return EncryptedPem.TryFind(text, out var encrypted) ? FromDer(encrypted.Decrypt(password), null) : FromDer(bytes, password);
    }

    private static AsymmetricAlgorithm FromPem(string label, ReadOnlySpan<char> pem, string? password)
    {
        if (label == "ENCRYPTED PRIVATE KEY" && string.IsNullOrEmpty(password)) throw new CryptographicException("the key needs a password");
        PemEncoding.TryFind(pem, out var fields);
        return FromDer(Convert.FromBase64String(pem[fields.Base64Data].ToString()), password);
    }

    private static AsymmetricAlgorithm FromDer(ReadOnlySpan<byte> der, string? password)
    {
        foreach (var make in new Func<AsymmetricAlgorithm>[] { RSA.Create, ECDsa.Create })
        {
            var key = make();
            if (TryImport(key, der, password)) return key;
            key.Dispose();
        }
        throw new CryptographicException("not a private key, or the wrong password");
    }

    private static bool TryImport(AsymmetricAlgorithm key, ReadOnlySpan<byte> der, string? password)
    {
        foreach (var format in Enum.GetValues<Format>())
        {
            try
            {
                switch (format, key)
                {
                    case (Format.Encrypted, _) when !string.IsNullOrEmpty(password) && KeyEncryption.IsTaken(der): key.ImportEncryptedPkcs8PrivateKey(password, der, out _); return true;
                    case (Format.Pkcs8, _): key.ImportPkcs8PrivateKey(der, out _); return true;
                    case (Format.Traditional, RSA rsa): rsa.ImportRSAPrivateKey(der, out _); return true;
                    case (Format.Traditional, ECDsa ecdsa): ecdsa.ImportECPrivateKey(der, out _); return true;
                }
            }
            catch (CryptographicException)
            {
                // not in this format: the next one is tried, as mbedTLS does
            }
        }
        return false;
    }

    private enum Format
    {
        Encrypted,
        Pkcs8,
        Traditional,
    }
}
