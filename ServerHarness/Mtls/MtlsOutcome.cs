using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>How a connection went.</summary>
/// <param name="Error">Null: the peer was verified, and we by it as far as can be known.</param>
/// <param name="Flags">What is wrong with the peer's certificate.</param>
/// <param name="Peer">What the peer showed, leaf first; empty if it came to nothing.</param>
/// <param name="Tls">Version and cipher suite; null if none was agreed on.</param>
/// <param name="Cause">The exception behind it, for the curious.</param>
public sealed record MtlsOutcome(MtlsError? Error, VerifyFlags Flags, IReadOnlyList<CertificateView> Peer, string? Tls, Exception? Cause)
{
    /// <summary>Whether the handshake is verified and complete.</summary>
    public bool IsVerified => Error is null;

    internal static MtlsOutcome Failed(MtlsError error, Exception? cause = null) => new(error, VerifyFlags.None, [], null, cause);
}
