namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>What is wrong with a peer's certificate: mbedTLS's MBEDTLS_X509_BADCERT_* (include/mbedtls/x509.h, 3.6).</summary>
[Flags]
public enum VerifyFlags : uint
{
    None = 0,
    Expired = 0x01,
    Revoked = 0x02,
    NameMismatch = 0x04,
    NotTrusted = 0x08,
    RevocationListNotTrusted = 0x10,
    RevocationListExpired = 0x20,
    Missing = 0x40,
    SkipVerify = 0x80,
    Other = 0x0100,
    Future = 0x0200,
    RevocationListFuture = 0x0400,
    KeyUsage = 0x0800,
    ExtendedKeyUsage = 0x1000,
    NetscapeCertificateType = 0x2000,
    BadDigest = 0x4000,
    BadSignatureAlgorithm = 0x8000,
    BadKey = 0x010000,
    RevocationListBadDigest = 0x020000,
    RevocationListBadSignatureAlgorithm = 0x040000,
    RevocationListBadKey = 0x080000,
}
