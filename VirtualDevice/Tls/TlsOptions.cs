using System.Security.Authentication;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tls;

/// <summary>What a TLS context was made with.</summary>
public sealed class TlsOptions
{
    public required bool IsServer { get; init; }

    public required SslProtocols Protocols { get; init; }

    /// <summary>False: nobody is verified, and a server asks for no certificate.</summary>
    public required bool VerifyPeer { get; init; }

    public required OwnIdentity? Own { get; init; }

    /// <summary>The stored CA bundle.</summary>
    public required IReadOnlyList<CertificateView> Trusted { get; init; }

    /// <summary>The device's clock.</summary>
    public required Func<DateTime> UtcNow { get; init; }

    /// <summary>None is TLS 1.3 only; Tls and Tls11 count as 1.2 (nf-interpreter, ssl_generic_init_internal.cpp).</summary>
    /// <returns>None for a value without any known bit.</returns>
    public static SslProtocols MapProtocols(int nanoProtocols)
    {
        const int tls = 192, tls11 = 768, tls12 = 3072, tls13 = 12288;
        if (nanoProtocols == 0) return SslProtocols.Tls13;
        var mapped = (nanoProtocols & (tls | tls11 | tls12)) != 0 ? SslProtocols.Tls12 : SslProtocols.None;
        return (nanoProtocols & tls13) != 0 ? mapped | SslProtocols.Tls13 : mapped;
    }

    /// <summary>Verification happens for CertificateRequired and for no other value.</summary>
    public static bool MapVerification(int nanoVerification) => nanoVerification == 4;

    internal TlsOptions WithTrusted(IReadOnlyList<CertificateView> more) => new()
    {
        IsServer = IsServer, Protocols = Protocols, VerifyPeer = VerifyPeer, Own = Own, UtcNow = UtcNow, Trusted = [.. Trusted, .. more],
    };
}
