using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>
/// Keys that openssl has encrypted: taken and refused as ESP-IDF's mbedTLS 3.6 does on an ESP32-S3 (pkparse.c, pkcs5.c, pem.c; the
/// chip's AES unit has no 192-bit keys).
/// </summary>
public class KeyEncryptionTests
{
    private const string Password = "key password";

    [Theory]
    [InlineData("pkcs8 -topk8 -v2 aes-256-cbc")]
    [InlineData("pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA1")]
    [InlineData("pkcs8 -topk8 -v2 aes-128-cbc -v2prf hmacWithSHA512")]
    [InlineData("pkcs8 -topk8 -v2 des3")]
    [InlineData("pkcs8 -topk8 -v1 PBE-SHA1-3DES")]
    [InlineData("ec -aes256")]
    [InlineData("ec -aes128")]
    [InlineData("ec -des3")]
    public void What_the_board_reads_is_read(string form)
    {
        var pem = Bytes(Encrypt(form) + "\0");
        PrivateKeyText.Parse(pem, Password).Dispose();
        Assert.ThrowsAny<CryptographicException>(() => PrivateKeyText.Parse(pem, "another password"));
        Assert.ThrowsAny<CryptographicException>(() => PrivateKeyText.Parse(pem, null));
    }

    [Theory]
    [InlineData("pkcs8 -topk8 -v2 aes-192-cbc")]
    [InlineData("pkcs8 -topk8 -v2 camellia-256-cbc")]
    [InlineData("pkcs8 -topk8 -scrypt")]
    [InlineData("ec -aes192")]
    [InlineData("ec -camellia256")]
    public void What_the_board_does_not_read_is_refused_with_the_right_password_too(string form) =>
        Assert.ThrowsAny<CryptographicException>(() => PrivateKeyText.Parse(Bytes(Encrypt(form) + "\0"), Password));

    // PBES1, which openssl 3 itself writes only with its legacy provider.
    [Fact]
    public void The_oldest_PKCS8_encryption_is_refused() => Assert.False(KeyEncryption.IsTaken(
        [0x30, 0x17, 0x30, 0x11, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x03, 0x30, 0x04, 0x04, 0x00, 0x02, 0x00, 0x04, 0x02, 0x00, 0x00]));

    [Fact]
    public void An_encryption_that_PEM_does_not_have_for_PKCS8_is_refused() => Assert.ThrowsAny<CryptographicException>(() =>
        PrivateKeyText.Parse(Bytes(Encrypt("ec -aes256").Replace("EC PRIVATE KEY", "PRIVATE KEY") + "\0"), Password));

    private static string Encrypt(string form)
    {
        var start = new ProcessStartInfo("openssl", [.. form.Split(' '), "-passout", "pass:" + Password]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var openssl = Process.Start(start)!;
        openssl.StandardInput.Write(Issuer.Root().KeyPem);
        openssl.StandardInput.Close();
        var errors = openssl.StandardError.ReadToEndAsync();
        var pem = openssl.StandardOutput.ReadToEnd();
        Assert.True(openssl.WaitForExit(TimeSpan.FromSeconds(30)) && openssl.ExitCode == 0, errors.Result);
        return pem;
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
