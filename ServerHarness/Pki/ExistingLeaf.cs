using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>A leaf that an earlier run has left.</summary>
internal sealed class ExistingLeaf(KeyPairFiles files)
{
    private const string SubjectAlternativeName = "2.5.29.17";

    /// <summary>Whether there is a certificate, good or not.</summary>
    public bool IsThere => File.Exists(files.Certificate);

    /// <summary>The certificate, if it is for these names, complete with its key, of our authority and valid now.</summary>
    public X509Certificate2? Serving(CertificateProfile profile, SubjectNames names, X509Certificate2Collection trusted, DateTimeOffset now)
    {
        if (!IsThere || !File.Exists(files.Key) || Read() is not { } leaf)
        {
            return null;
        }

        if (Fits(leaf, names) && CertificateChain.Refusal(leaf, trusted, profile.Purpose, now) is null)
        {
            return leaf;
        }

        leaf.Dispose();
        return null;
    }

    // Files that do not belong together are what a kill between two renames leaves; they are made anew. Unreadable ones are an error.
    private X509Certificate2? Read()
    {
        try
        {
            return CertificateFile.ReadWithKey(files.Certificate, files.Key);
        }
        catch (HarnessException e) when (e.ExitCode == ExitCode.Failed)
        {
            return null;
        }
    }

    private static bool Fits(X509Certificate2 leaf, SubjectNames names) =>
        leaf.SubjectName.RawData.AsSpan().SequenceEqual(names.Subject.RawData)
        && leaf.Extensions[SubjectAlternativeName]?.RawData.AsSpan().SequenceEqual(names.Extension.RawData) == true;
}
