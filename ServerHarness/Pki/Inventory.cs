using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Everything that a PKI folder holds.</summary>
internal sealed class Inventory(PkiLayout layout, TimeProvider clock, RevocationLists lists)
{
    /// <summary>The authorities, then the leaves by kind and name.</summary>
    public IReadOnlyList<ListedCertificate> All() =>
    [
        .. Authorities.All.Select(name => Describe(name, null, layout.Authority(name), null)),
        .. Leaves(Leaf.ServerKind, layout.Servers, "server", Authorities.Intermediate),
        .. Leaves(Leaf.DeviceKind, layout.Devices, "client", Authorities.Intermediate),
        .. Leaves(Leaf.OperatorKind, layout.Operators, "client", Authorities.OperatorCa),
    ];

    private IEnumerable<ListedCertificate> Leaves(string kind, string folder, string file, string authority)
    {
        var folders = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        return from one in folders.Order(StringComparer.Ordinal)
               let files = PkiLayout.Pair(one, file)
               where File.Exists(files.Certificate)
               select Describe(kind, Path.GetFileName(one), files, authority);
    }

    private ListedCertificate Describe(string kind, string? name, KeyPairFiles files, string? authority)
    {
        try
        {
            using var certificate = CertificateFile.ReadAll(files.Certificate)[0];
            return new(
                kind,
                name ?? certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                State(certificate, files, authority),
                certificate.NotBefore.ToUniversalTime(),
                certificate.NotAfter.ToUniversalTime(),
                certificate.SerialNumber,
                certificate.GetCertHashString(HashAlgorithmName.SHA256),
                certificate.AlternativeNames(),
                files.Certificate);
        }
        catch (HarnessException e) when (e.ExitCode == ExitCode.Failed)
        {
            return new(kind, name ?? kind, CertificateState.Unreadable, default, default, "", "", [], files.Certificate);
        }
    }

    private CertificateState State(X509Certificate2 certificate, KeyPairFiles files, string? authority)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return authority is not null && lists.Revokes(authority, certificate) ? CertificateState.Revoked
            : now > certificate.NotAfter.ToUniversalTime() ? CertificateState.Expired
            : now < certificate.NotBefore.ToUniversalTime() ? CertificateState.NotYetValid
            : !File.Exists(files.Key) ? CertificateState.NoKey
            : CertificateState.Valid;
    }
}
