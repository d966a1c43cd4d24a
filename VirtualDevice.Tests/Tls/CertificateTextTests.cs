using System.Security.Cryptography;
using System.Text;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>
/// What mbedTLS takes for a certificate or a key: PEM with its final 0, or DER. mbedTLS, library/pem.c, x509_crt.c, pkparse.c;
/// nf-interpreter, ssl_parse_certificate_internal.cpp.
/// </summary>
public class CertificateTextTests
{
    private static readonly Issuer Root = Issuer.Root("CN=Root, O=Example, C=SE");

    [Fact]
    public void PEM_needs_its_final_zero()
    {
        Assert.Single(CertificateText.Parse(Bytes(Root.Pem + "\0")).Certificates);
        Assert.Throws<CertificateFormatException>(() => CertificateText.Parse(Bytes(Root.Pem)));
        Assert.Empty(CertificateText.ParseWhatCanBeRead(Bytes(Root.Pem)));
    }

    [Fact]
    public void DER_is_fine_as_it_is() => Assert.Single(CertificateText.Parse(Root.Certificate.RawData).Certificates);

    [Fact]
    public void Several_certificates_make_a_bundle_and_keys_between_them_are_passed_over()
    {
        var text = Root.Pem + "\n" + Root.KeyPem + "\n" + Root.Intermediate().Pem + "\n\0";
        Assert.Equal(2, CertificateText.Parse(Bytes(text)).Certificates.Count);
    }

    [Fact]
    public void Of_a_bundle_what_can_be_read_counts()
    {
        var broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        var (certificates, failed) = CertificateText.Parse(Bytes(broken + Root.Pem + "\0"));
        Assert.Single(certificates);
        Assert.Equal(1, failed);
    }

    [Fact]
    public void Names_are_written_as_mbedTLS_writes_them() =>
        Assert.Equal("C=SE, O=Example, CN=Root", DistinguishedName.Format(new CertificateView(Root.Certificate.RawData).Subject));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_key_is_read_in_PEM_with_its_final_zero_and_in_DER(bool isRsa)
    {
        using var rsa = RSA.Create(2048);
        var owner = isRsa ? Issuer.Root(key: rsa) : Root;
        using var fromPem = PrivateKeyText.Parse(Bytes(owner.KeyPem + "\0"), null);
        using var fromDer = PrivateKeyText.Parse(fromPem.ExportPkcs8PrivateKey(), null);
        Assert.Equal(fromPem.ExportSubjectPublicKeyInfo(), fromDer.ExportSubjectPublicKeyInfo());
        Assert.Throws<CryptographicException>(() => PrivateKeyText.Parse(Bytes(owner.KeyPem), null));
    }

    [Fact]
    public void Traditional_keys_are_read_too()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateKeyText.Parse(Bytes(rsa.ExportRSAPrivateKeyPem() + "\0"), null).Dispose();
        PrivateKeyText.Parse(Bytes(ec.ExportECPrivateKeyPem() + "\0"), null).Dispose();
    }

    [Fact]
    public void An_encrypted_key_needs_its_password()
    {
        var pem = Bytes(Root.EncryptedKeyPem("secret") + "\0");
        PrivateKeyText.Parse(pem, "secret").Dispose();
        Assert.Throws<CryptographicException>(() => PrivateKeyText.Parse(pem, "wrong"));
        Assert.Throws<CryptographicException>(() => PrivateKeyText.Parse(pem, null));
    }

    [Fact]
    public void A_password_is_no_harm_to_a_key_that_is_not_encrypted() => PrivateKeyText.Parse(Bytes(Root.KeyPem + "\0"), "unused").Dispose();

    [Fact]
    public void The_old_PEM_encryption_is_read()
    {
        // openssl ec -aes128, password "secret"
        var pem = Bytes(LegacyPem.Encrypt(Root, "secret") + "\0");
        using var key = PrivateKeyText.Parse(pem, "secret");
        Assert.Equal(Root.Certificate.PublicKey.ExportSubjectPublicKeyInfo(), key.ExportSubjectPublicKeyInfo());
        Assert.ThrowsAny<CryptographicException>(() => PrivateKeyText.Parse(pem, "wrong"));
        Assert.ThrowsAny<CryptographicException>(() => PrivateKeyText.Parse(pem, null));
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
