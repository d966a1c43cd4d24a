namespace SecureEsp.VirtualDevice.Tls;

/// <summary>How the firmware image reports TLS failures.</summary>
public enum TlsGeneration
{
    /// <summary>System.Net native 100.2.0.14 and later: CryptographicException; verification flags, mbedTLS errors, set-up errors.</summary>
    CryptographicException,

    /// <summary>System.Net native 100.2.0.12 (package up to 1.11.54): SocketException with the raw negative mbedTLS error.</summary>
    SocketException,
}
