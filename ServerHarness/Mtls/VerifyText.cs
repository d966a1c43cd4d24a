using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>mbedTLS's twenty reasons to refuse a certificate, in words.</summary>
public static class VerifyText
{
    private static readonly (VerifyFlags Flag, string Text)[] s_texts =
    [
        (VerifyFlags.Expired, "Certificate expired"),
        (VerifyFlags.Revoked, "Certificate revoked"),
        (VerifyFlags.NameMismatch, "Certificate is for another name"),
        (VerifyFlags.NotTrusted, "Certificate not trusted"),
        (VerifyFlags.RevocationListNotTrusted, "Revocation list not trusted"),
        (VerifyFlags.RevocationListExpired, "Revocation list expired"),
        (VerifyFlags.Missing, "No certificate was sent"),
        (VerifyFlags.SkipVerify, "Verification was skipped"),
        (VerifyFlags.Other, "Refused for a reason of its own"),
        (VerifyFlags.Future, "Certificate not valid yet"),
        (VerifyFlags.RevocationListFuture, "Revocation list not valid yet"),
        (VerifyFlags.KeyUsage, "Key usage does not allow this"),
        (VerifyFlags.ExtendedKeyUsage, "Extended key usage does not allow this"),
        (VerifyFlags.NetscapeCertificateType, "Netscape certificate type does not allow this"),
        (VerifyFlags.BadDigest, "Certificate signed with a weak hash"),
        (VerifyFlags.BadSignatureAlgorithm, "Certificate signed with an unacceptable algorithm"),
        (VerifyFlags.BadKey, "Key too short or on an unacceptable curve"),
        (VerifyFlags.RevocationListBadDigest, "Revocation list signed with a weak hash"),
        (VerifyFlags.RevocationListBadSignatureAlgorithm, "Revocation list signed with an unacceptable algorithm"),
        (VerifyFlags.RevocationListBadKey, "Revocation list signed with a key too short or on an unacceptable curve"),
    ];

    /// <summary>Every reason of a result, heaviest bit last; empty for 0.</summary>
    public static IReadOnlyList<string> Of(VerifyFlags flags) => [.. s_texts.Where(one => flags.HasFlag(one.Flag)).Select(one => one.Text)];
}
