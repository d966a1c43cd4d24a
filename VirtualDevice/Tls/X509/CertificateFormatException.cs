namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>mbedTLS would not parse this.</summary>
/// <param name="code">Its error number.</param>
public sealed class CertificateFormatException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
