namespace SecureEsp.VirtualDevice.Tls;

/// <summary>TLS could not be set up, or its handshake failed; natives turn it into the device's exception.</summary>
/// <param name="code">What firmware sees: verification flags, an mbedTLS error or a <see cref="SetUpError"/>.</param>
public sealed class TlsFault(TlsFaultKind kind, int code, string message) : Exception(message)
{
    public TlsFaultKind Kind { get; } = kind;
    public int Code { get; } = code;

    internal static TlsFault SetUp(SetUpError error, string why) => new(TlsFaultKind.SetUp, (int)error, why);

    internal static TlsFault Handshake(int mbedTlsError, string why) => new(TlsFaultKind.Handshake, mbedTlsError, why);

    /// <summary>Flags are shown only where the error is "verification failed" (nf-interpreter, ssl_connect_internal.cpp).</summary>
    internal static TlsFault Refused(X509.PeerVerdict verdict) => verdict.Error == MbedTlsError.X509VerifyFailed
        ? new(TlsFaultKind.Verification, (int)verdict.Flags, $"the peer's certificate is refused: {verdict.Flags}")
        : Handshake(verdict.Error, $"the peer's certificate is refused: {verdict.Flags}");
}

/// <summary>What the code of a <see cref="TlsFault"/> is.</summary>
public enum TlsFaultKind
{
    SetUp,
    Handshake,
    Verification,
}
