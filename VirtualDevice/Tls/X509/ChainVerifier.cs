using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// Builds and judges the path from a peer's certificate to a trusted one as mbedTLS 3.6 does (x509_crt.c): the first
/// trusted parent ends it, so any certificate of the trusted set is an anchor; names link the path, key identifiers do not.
/// </summary>
internal sealed class ChainVerifier(IReadOnlyList<CertificateView> presented, IReadOnlyList<CertificateView> trusted, DateTime utcNow)
{
    /// <summary>MBEDTLS_X509_MAX_INTERMEDIATE_CA.</summary>
    private const int MaxIntermediates = 8;

    /// <summary>Null: more intermediates than mbedTLS follows, a fatal error.</summary>
    public VerifyFlags? Verify()
    {
        var flags = presented[0].Key.IsAllowed ? VerifyFlags.None : VerifyFlags.BadKey;
        var child = presented[0];
        var childIndex = 0;
        var selfIssued = 0;
        for (var length = 1; ; length++)
        {
            flags |= CheckTime(child);
            if (!child.SignatureAlgorithm.IsDigestAllowed) flags |= VerifyFlags.BadDigest;
            if (length == 1 && IsTrustedItself(child)) return flags;

            if (FindParent(child, childIndex, length - 1, selfIssued) is not { } parent) return flags | VerifyFlags.NotTrusted;
            if (length > 1 && child.IsSelfIssued) selfIssued++;
            if (!parent.IsTrusted && length > MaxIntermediates) return null;

            if (!parent.HasSigned) flags |= VerifyFlags.NotTrusted;
            if (!parent.View.Key.IsAllowed) flags |= VerifyFlags.BadKey;
            if (parent.IsTrusted) return flags | CheckTime(parent.View);
            child = parent.View;
            childIndex = parent.Index;
        }
    }

    private VerifyFlags CheckTime(CertificateView certificate) =>
        (certificate.NotAfter < utcNow ? VerifyFlags.Expired : VerifyFlags.None)
        | (certificate.NotBefore > utcNow ? VerifyFlags.Future : VerifyFlags.None);

    /// <summary>A leaf that stands in the trusted set is trusted as it is, if it is self-issued.</summary>
    private bool IsTrustedItself(CertificateView leaf) => leaf.IsSelfIssued && trusted.Any(t => t.Raw.Span.SequenceEqual(leaf.Raw.Span));

    private Parent? FindParent(CertificateView child, int childIndex, int intermediates, int selfIssued) =>
        FindParentIn(trusted, 0, areTrusted: true, child, intermediates, selfIssued)
        ?? FindParentIn(presented, childIndex + 1, areTrusted: false, child, intermediates, selfIssued);

    /// <summary>The first suitable parent that is valid now, else the first suitable one.</summary>
    private Parent? FindParentIn(
        IReadOnlyList<CertificateView> candidates, int start, bool areTrusted, CertificateView child, int intermediates, int selfIssued)
    {
        Parent? fallback = null;
        for (var i = start; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (!CanIssue(candidate, areTrusted) || !DistinguishedName.Equal(candidate.Subject, child.Issuer)) continue;
            if (candidate.PathLength < intermediates - selfIssued) continue;

            var hasSigned = candidate.Key.HasSigned(child.ToBeSigned.Span, child.Signature.Span, child.SignatureAlgorithm);
            if (areTrusted && !hasSigned) continue;

            var parent = new Parent(candidate, i, areTrusted, hasSigned);
            if (CheckTime(candidate) == VerifyFlags.None) return parent;
            fallback ??= parent;
        }
        return fallback;
    }

    // X.509 v1 has no CA flag: such a certificate issues if it is trusted.
    private static bool CanIssue(CertificateView candidate, bool isTrusted)
    {
        if (isTrusted && candidate.Version < 3) return true;
        return candidate.IsCa && (candidate.KeyUsage is not { } usage || usage.HasFlag(X509KeyUsageFlags.KeyCertSign));
    }

    private sealed record Parent(CertificateView View, int Index, bool IsTrusted, bool HasSigned);
}
