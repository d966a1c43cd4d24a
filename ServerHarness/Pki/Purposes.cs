namespace SecureEsp.ServerHarness.Pki;

/// <summary>Object identifiers of extended key usage, RFC 5280, 4.2.1.12.</summary>
public static class Purposes
{
    /// <summary>serverAuth: the holder may be a TLS server.</summary>
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>clientAuth: the holder may be a TLS client.</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
}
