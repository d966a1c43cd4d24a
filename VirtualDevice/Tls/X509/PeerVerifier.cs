using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// Decides whether a TLS peer's certificate is accepted, as mbedTLS 3.6 does with its default profile
/// (ssl_tls.c, mbedtls_ssl_verify_certificate). Pure: no network, no clock, no store of the host.
/// </summary>
public static class PeerVerifier
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string AnyUsage = "2.5.29.37.0";

    /// <param name="presented">What the peer sent: its own certificate first.</param>
    /// <param name="trusted">Every one of these is an anchor, an intermediate too.</param>
    /// <param name="expectedName">Host name or address literal; null where no name is asked for (a client's certificate).</param>
    /// <param name="role">What the peer is.</param>
    /// <param name="utcNow">The device's clock.</param>
    public static PeerVerdict Verify(
        IReadOnlyList<CertificateView> presented, IReadOnlyList<CertificateView> trusted, string? expectedName, PeerRole role, DateTime utcNow)
    {
        if (presented.Count == 0)
            return role == PeerRole.Client ? new(VerifyFlags.Missing, MbedTlsError.SslNoClientCertificate) : new(VerifyFlags.Missing, MbedTlsError.SslHandshakeFailure);

        // mbedTLS compares whole seconds.
        var now = new DateTime(utcNow.Ticks - (utcNow.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        if (new ChainVerifier(presented, trusted, now).Verify() is not { } flags) return new((VerifyFlags)uint.MaxValue, MbedTlsError.X509FatalError);

        var leaf = presented[0];
        if (expectedName is not null && !HostNameCheck.Matches(leaf, expectedName)) flags |= VerifyFlags.NameMismatch;

        // The usage checks come second: where nothing else is wrong, the error is another one, and the flags are not shown.
        var usage = CheckUsage(leaf, role);
        var error = flags != VerifyFlags.None ? MbedTlsError.X509VerifyFailed : usage != VerifyFlags.None ? MbedTlsError.SslBadCertificate : 0;
        return new(flags | usage, error);
    }

    private static VerifyFlags CheckUsage(CertificateView leaf, PeerRole role)
    {
        var flags = VerifyFlags.None;
        if (leaf.KeyUsage is { } usage && !usage.HasFlag(X509KeyUsageFlags.DigitalSignature)) flags |= VerifyFlags.KeyUsage;

        var needed = role == PeerRole.Server ? ServerAuthentication : ClientAuthentication;
        if (leaf.ExtendedKeyUsage is { } purposes && !purposes.Contains(needed) && !purposes.Contains(AnyUsage)) flags |= VerifyFlags.ExtendedKeyUsage;
        return flags;
    }
}

/// <summary>What the peer of a connection is.</summary>
public enum PeerRole
{
    Server,
    Client,
}

/// <summary>The decision on a peer.</summary>
/// <param name="Flags">All that is wrong with its certificate.</param>
/// <param name="Error">0: accepted. Else the error that mbedTLS's handshake returns.</param>
public readonly record struct PeerVerdict(VerifyFlags Flags, int Error)
{
    public bool IsAccepted => Error == 0;
}
