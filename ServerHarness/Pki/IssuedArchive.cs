using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// A copy of every leaf ever issued, by serial number. A renewed certificate stays valid until it expires: revoking a
/// device must reach its earlier certificates too.
/// </summary>
internal sealed class IssuedArchive(PkiLayout layout)
{
    /// <summary>Every certificate that was issued under the leaf's name, oldest file name first; the caller disposes them.</summary>
    public IReadOnlyList<X509Certificate2> Of(Leaf leaf)
    {
        var found = new List<X509Certificate2>();
        foreach (var certificate in All())
        {
            if (certificate.Purposes().Contains(leaf.Profile.Purpose) && HasName(certificate, leaf))
            {
                found.Add(certificate);
            }
            else
            {
                certificate.Dispose();
            }
        }

        return found;
    }

    // A server's first name comes first among its names; a client's id is its common name.
    private static bool HasName(X509Certificate2 certificate, Leaf leaf) => leaf.Kind == Leaf.ServerKind
        ? certificate.AlternativeNames().FirstOrDefault() == leaf.Names.Alternatives[0]
        : certificate.SubjectName.RawData.AsSpan().SequenceEqual(leaf.Names.Subject.RawData);

    private IEnumerable<X509Certificate2> All() => Directory.Exists(layout.IssuedArchive)
        ? Directory.EnumerateFiles(layout.IssuedArchive, "*.cert.pem").Order(StringComparer.Ordinal).Select(f => CertificateFile.ReadAll(f)[0])
        : [];
}
