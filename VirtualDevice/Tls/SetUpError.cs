namespace SecureEsp.VirtualDevice.Tls;

/// <summary>Why TLS could not be set up: the firmware's SslError (nf-interpreter, nanoPAL_Sockets.h).</summary>
public enum SetUpError
{
    None = 0,
    NoFreeContext = 1,
    OutOfMemory = 2,
    RandomSeedFailed = 3,
    ConfigDefaultsFailed = 4,
    UnsupportedProtocolVersion = 5,
    PrivateKeyParseFailed = 6,
    CertificateParseFailed = 7,
    OwnCertificateConfigFailed = 8,
    SetupFailed = 9,
    HandshakeBadContext = 10,
    HandshakeSetHostName = 11,
    HandshakeVerifyFailed = 12,
    HandshakeFailed = 13,
}
