using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>Writes a key under PEM's old encryption, as `openssl ec -aes128` does.</summary>
internal static class LegacyPem
{
    public static string Encrypt(Issuer owner, string password)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(owner.KeyPem);
        var iv = RandomNumberGenerator.GetBytes(16);
        using var aes = Aes.Create();
        aes.Key = MD5.HashData([.. Encoding.ASCII.GetBytes(password), .. iv.AsSpan(0, 8)]);
        var data = Convert.ToBase64String(aes.EncryptCbc(key.ExportECPrivateKey(), iv), Base64FormattingOptions.InsertLineBreaks);
        return $"-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,{Convert.ToHexString(iv)}\n\n{data}\n-----END EC PRIVATE KEY-----\n";
    }
}
