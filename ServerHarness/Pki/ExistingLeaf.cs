using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>A leaf that an earlier run has left.</summary>
internal sealed class ExistingLeaf(Leaf wanted)
{
    /// <summary>Whether there is a certificate, good or not.</summary>
    public bool IsThere => File.Exists(wanted.Files.Certificate);

    /// <summary>The certificate, if it is for these names, complete with its key, of our authority, valid now and not revoked.</summary>
    /// <param name="key">The kind that its key must be of; null takes any.</param>
    public X509Certificate2? Serving(X509Certificate2Collection trusted, RevocationLists lists, DateTimeOffset now, KeyAlgorithm? key)
    {
        if (!IsThere || !File.Exists(wanted.Files.Key) || Read() is not { } leaf)
        {
            return null;
        }

        if (Fits(leaf)
            && (key is null || KeyAlgorithm.Of(leaf) == key)
            && !lists.Revokes(wanted.Authority, leaf)
            && CertificateChain.Refusal(leaf, trusted, wanted.Profile.Purpose, now) is null)
        {
            return leaf;
        }

        leaf.Dispose();
        return null;
    }

    /// <summary>The certificate alone, with or without its key; empty if there is none that can be read.</summary>
    public IEnumerable<X509Certificate2> Certificate()
    {
        try
        {
            return IsThere ? [CertificateFile.ReadAll(wanted.Files.Certificate)[0]] : [];
        }
        catch (HarnessException e) when (e.ExitCode == ExitCode.Failed)
        {
            return [];
        }
    }

    // Files that do not belong together are what a kill between two renames leaves; they are made anew. Unreadable ones are an error.
    private X509Certificate2? Read()
    {
        try
        {
            return CertificateFile.ReadWithKey(wanted.Files.Certificate, wanted.Files.Key);
        }
        catch (HarnessException e) when (e.ExitCode == ExitCode.Failed)
        {
            return null;
        }
    }

    private bool Fits(X509Certificate2 leaf) =>
        leaf.SubjectName.RawData.AsSpan().SequenceEqual(wanted.Names.Subject.RawData)
        && leaf.Extensions[AlternativeName.Extension]?.RawData.AsSpan().SequenceEqual(wanted.Names.Extension.RawData) == true;
}
