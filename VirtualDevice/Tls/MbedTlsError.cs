namespace SecureEsp.VirtualDevice.Tls;

/// <summary>mbedTLS error numbers that firmware can meet (include/mbedtls/ssl.h, x509.h, net_sockets.h, pk.h, 3.6).</summary>
public static class MbedTlsError
{
    public const int NetReceiveFailed = -0x004C;
    public const int NetConnectionReset = -0x0050;
    public const int X509InvalidExtensions = -0x2500;
    public const int X509VerifyFailed = -0x2700;
    public const int X509FatalError = -0x3000;
    public const int PkUnknownAlgorithm = -0x3C80;
    public const int PkUnknownCurve = -0x3A00;
    public const int SslNameNotSet = -0x5D80;
    public const int SslHandshakeFailure = -0x6E00;
    public const int SslBadProtocolVersion = -0x6E80;
    public const int SslConnectionEof = -0x7280;
    public const int SslNoClientCertificate = -0x7480;
    public const int SslUnexpectedMessage = -0x7700;
    public const int SslFatalAlert = -0x7780;
    public const int SslBadCertificate = -0x7A00;
}
