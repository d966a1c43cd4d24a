using System.Formats.Asn1;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// Which encryptions of a PKCS#8 key the ESP32-S3's mbedTLS 3.6 takes (pkparse.c, pkcs5.c, oid.c): PBES2 with PBKDF2 and DES,
/// 3DES or AES in CBC, and the two 3DES ones of PKCS#12. The host reads more. AES-192 is left out: the chip's AES unit, which
/// ESP-IDF puts in the place of mbedTLS's own code, has no such keys.
/// </summary>
internal static class KeyEncryption
{
    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";
    private static readonly string[] s_pkcs12 = ["1.2.840.113549.1.12.1.3", "1.2.840.113549.1.12.1.4"];

    // desCBC, des-EDE3-CBC, aes128-CBC, aes256-CBC
    private static readonly string[] s_ciphers = ["1.3.14.3.2.7", "1.2.840.113549.3.7", "2.16.840.1.101.3.4.1.2", "2.16.840.1.101.3.4.1.42"];

    /// <param name="der">An EncryptedPrivateKeyInfo (RFC 5208, 6).</param>
    /// <returns>False for another encryption, and for what is none.</returns>
    public static bool IsTaken(ReadOnlySpan<byte> der)
    {
        try
        {
            var algorithm = new AsnReader(der.ToArray(), AsnEncodingRules.BER).ReadSequence().ReadSequence();
            var kind = algorithm.ReadObjectIdentifier();
            if (s_pkcs12.Contains(kind)) return true;
            if (kind != Pbes2) return false;
            var parameters = algorithm.ReadSequence();
            return parameters.ReadSequence().ReadObjectIdentifier() == Pbkdf2 && s_ciphers.Contains(parameters.ReadSequence().ReadObjectIdentifier());
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
