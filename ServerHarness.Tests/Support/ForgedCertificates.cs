using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>Certificates that our PKI would never issue, made with its stolen or misused keys. All claim to be dev-1.</summary>
public sealed class ForgedCertificates
{
    private static readonly SubjectNames s_names = SubjectNames.OfClient("device", "dev-1");

    private readonly string _folder;

    public ForgedCertificates(PkiFolder pki, string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        using var intermediate = Open(pki.Layout.Authority("intermediate"));
        using var device = Open(pki.Layout.Device("dev-1"));
        using var subordinate = intermediate.CreateIntermediate(CertificateProfile.Intermediate with { CommonName = "Rogue CA" });
        var noKeyUsage = CertificateProfile.Device with { KeyUsage = ["cRLSign"] };
        NoPurpose = Write("no-purpose", intermediate, CertificateProfile.Device with { ExtendedKeyUsage = [] }, intermediate.Certificate);
        NoDigitalSignature = Write("no-digital-signature", intermediate, noKeyUsage, intermediate.Certificate);
        ByDevice = Write("by-device", device, CertificateProfile.Device, device.Certificate, intermediate.Certificate);
        BelowIntermediate = Write(
            "below-intermediate", subordinate, CertificateProfile.Device, subordinate.Certificate, intermediate.Certificate);
        SelfSigned = WriteSelfSigned();
    }

    public KeyPairFiles NoPurpose { get; }

    public KeyPairFiles NoDigitalSignature { get; }

    public KeyPairFiles ByDevice { get; }

    public KeyPairFiles BelowIntermediate { get; }

    public KeyPairFiles SelfSigned { get; }

    private static CertificateAuthority Open(KeyPairFiles files) => new(CertificateFile.ReadWithKey(files.Certificate, files.Key));

    private KeyPairFiles Write(string name, CertificateAuthority authority, CertificateProfile profile, params X509Certificate2[] chain)
    {
        using var leaf = authority.Issue(profile, s_names);
        return Write(name, leaf, chain);
    }

    private KeyPairFiles WriteSelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=dev-1", key, HashAlgorithmName.SHA256);
        foreach (var extension in CertificateProfile.Device.Extensions())
        {
            request.CertificateExtensions.Add(extension);
        }

        using var leaf = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddYears(1));
        return Write("self-signed", leaf);
    }

    private KeyPairFiles Write(string name, X509Certificate2 leaf, params X509Certificate2[] chain)
    {
        var files = new KeyPairFiles(Path.Combine(_folder, name + ".cert.pem"), Path.Combine(_folder, name + ".key.pem"));
        CertificateFile.WriteCertificates(files.Certificate, [leaf, .. chain]);
        CertificateFile.WriteKey(files.Key, leaf);
        return files;
    }
}
