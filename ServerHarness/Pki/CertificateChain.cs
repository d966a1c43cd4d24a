using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Verification against our own authorities only: never the system's trust store, never the network.</summary>
public static class CertificateChain
{
    /// <summary>The rules under which a chain is built.</summary>
    /// <param name="authorities">Roots, which are trusted, and intermediates, which help to reach them.</param>
    /// <param name="purpose">One of <see cref="Purposes"/>.</param>
    public static X509ChainPolicy Policy(X509Certificate2Collection authorities, string purpose)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationFlags = X509VerificationFlags.NoFlag,
            DisableCertificateDownloads = true,
            ApplicationPolicy = { new Oid(purpose) },
        };
        foreach (var authority in authorities)
        {
            var selfSigned = authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData);
            (selfSigned ? policy.CustomTrustStore : policy.ExtraStore).Add(authority);
        }

        return policy;
    }

    /// <summary>Why a certificate does not chain to the authorities at a moment, or null if it does.</summary>
    public static string? Refusal(X509Certificate2 certificate, X509Certificate2Collection authorities, string purpose, DateTimeOffset now)
    {
        using var chain = new X509Chain { ChainPolicy = Policy(authorities, purpose) };
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        var good = chain.Build(certificate);
        var refusal = good ? null : Words(chain.ChainStatus);
        foreach (var element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }

        return refusal;
    }

    /// <summary>The reasons of a failed chain in one line.</summary>
    public static string Words(IEnumerable<X509ChainStatus> status) =>
        string.Join("; ", status.Select(s => $"{Words(s)} ({s.Status})").Distinct());

    private static string Words(X509ChainStatus status) => status.Status switch
    {
        X509ChainStatusFlags.PartialChain => "none of the trusted authorities has signed it",
        X509ChainStatusFlags.UntrustedRoot => "its root is not trusted",
        X509ChainStatusFlags.NotTimeValid => "it, or an authority above it, has expired or is not valid yet",
        X509ChainStatusFlags.NotValidForUsage => "it was made for another purpose: the extended key usage does not allow this one",
        X509ChainStatusFlags.NotSignatureValid => "a signature is wrong",
        _ => status.StatusInformation.Trim(),
    };
}
