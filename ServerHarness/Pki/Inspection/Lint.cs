using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>Looks for what a board, a browser or a server would refuse, before they do.</summary>
public static class Lint
{
    /// <summary>Everything that is wrong, errors first.</summary>
    /// <param name="keyFile">The private key that belongs to it; null looks at none.</param>
    /// <param name="roots">Who the peer trusts; empty if that is unknown.</param>
    /// <param name="forNanoff">Whether the file goes to a board by nanoff.</param>
    public static IReadOnlyList<Finding> Check(
        ShownChain shown, string? keyFile, X509Certificate2Collection roots, bool forNanoff, DateTimeOffset now)
    {
        var found = new List<Finding>(shown.Content is null ? [] : EncodingRules.Check(shown.Content, forNanoff));
        var isLeaf = !shown.First.IsAuthority();
        foreach (var certificate in shown.Certificates)
        {
            found.AddRange(CertificateRules.Check(certificate, now, isLeaf: !certificate.IsAuthority()));
        }

        // A file of authorities is a bundle: its order is nobody's business.
        if (isLeaf)
        {
            found.AddRange(ChainRules.Check(shown.Certificates, roots));
        }

        if (keyFile is not null)
        {
            found.AddRange(KeyRules.Check(shown.First, keyFile));
        }

        return [.. found.Distinct().OrderByDescending(f => f.Severity)];
    }

    /// <summary>The key that lies beside a certificate under the name that we give it, if there is one.</summary>
    public static string? KeyBeside(string certificateFile)
    {
        const string Ending = ".cert.pem";
        var key = certificateFile.EndsWith(Ending, StringComparison.Ordinal) ? certificateFile[..^Ending.Length] + ".key.pem" : null;
        return File.Exists(key) ? key : null;
    }
}
