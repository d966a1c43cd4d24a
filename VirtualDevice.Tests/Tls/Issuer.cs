using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>A certificate with its key, which can issue others: what the tests' certificates are made with.</summary>
internal sealed class Issuer
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly AsymmetricAlgorithm _key;

    private Issuer(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        Certificate = certificate;
        _key = key;
    }

    public X509Certificate2 Certificate { get; }

    public string Pem => Certificate.ExportCertificatePem();

    public string KeyPem => _key.ExportPkcs8PrivateKeyPem();

    public string EncryptedKeyPem(string password) =>
        _key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048));

    public static Issuer Root(string name = "CN=Root", AsymmetricAlgorithm? key = null, HashAlgorithmName? digest = null, DateTimeOffset? notAfter = null)
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, digest);
        Authority(request, null);
        return new(request.CreateSelfSigned(Start, notAfter ?? End), key);
    }

    /// <summary>A certificate authority below this one.</summary>
    public Issuer Intermediate(string name = "CN=Intermediate", int? pathLength = null) => Issue(name, r => Authority(r, pathLength));

    /// <summary>A server's certificate with these names; without any, it has no alternative names.</summary>
    public Issuer Server(string subject, params string[] dnsNames) => Issue(subject, r =>
    {
        Leaf(r, "1.3.6.1.5.5.7.3.1");
        if (dnsNames.Length > 0) Names(r, n => Array.ForEach(dnsNames, n.AddDnsName));
    });

    public Issuer Client(string subject = "CN=device-1") => Issue(subject, r => Leaf(r, "1.3.6.1.5.5.7.3.2"));

    public Issuer Issue(
        string subject,
        Action<CertificateRequest> extend,
        AsymmetricAlgorithm? key = null,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        HashAlgorithmName? digest = null)
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(subject, key, digest);
        extend(request);
        var serial = RandomNumberGenerator.GetBytes(16);
        var generator = digest == HashAlgorithmName.SHA1 ? new Sha1Signature((RSA)_key)
            : _key is RSA rsa ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1) : X509SignatureGenerator.CreateForECDsa((ECDsa)_key);
        return new(request.Create(Certificate.SubjectName, generator, notBefore ?? Start, notAfter ?? End, serial), key);
    }

    /// <summary>The certificate with its key, as the desktop's SslStream wants it.</summary>
    public X509Certificate2 WithKey() => _key is RSA rsa ? Certificate.CopyWithPrivateKey(rsa) : Certificate.CopyWithPrivateKey((ECDsa)_key);

    public static void Leaf(CertificateRequest request, params string[] purposes)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        if (purposes.Length > 0) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. purposes.Select(p => new Oid(p))], false));
    }

    public static void Names(CertificateRequest request, Action<SubjectAlternativeNameBuilder> build)
    {
        var names = new SubjectAlternativeNameBuilder();
        build(names);
        request.CertificateExtensions.Add(names.Build());
    }

    private static void Authority(CertificateRequest request, int? pathLength)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, pathLength is not null, pathLength ?? 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
    }

    private static CertificateRequest Request(string subject, AsymmetricAlgorithm key, HashAlgorithmName? digest)
    {
        var hash = digest ?? HashAlgorithmName.SHA256;
        return key is RSA rsa ? new(subject, rsa, hash, RSASignaturePadding.Pkcs1) : new(subject, (ECDsa)key, hash);
    }

    /// <summary>sha1WithRSAEncryption, which the desktop signs no certificates with any more.</summary>
    private sealed class Sha1Signature(RSA key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => Convert.FromHexString("300D06092A864886F70D0101050500");

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
