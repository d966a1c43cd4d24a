using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.VirtualDevice.Tls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>
/// One connection. The host's TLS carries it; whether the peer is accepted is decided as mbedTLS does, from what it sent and
/// our authorities alone. A refused peer is reset, as mbedTLS's programs do.
/// </summary>
internal sealed class MtlsConnection : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly MtlsOptions _options;
    private readonly MtlsCredentials _credentials;
    private readonly PeerRole _peer;
    private readonly WithheldStream _transport;
    private readonly SslStream _stream;
    private PeerVerdict _verdict;
    private IReadOnlyList<CertificateView> _presented = [];
    private MtlsError? _unreadable;

    /// <param name="peer">Whom we talk to.</param>
    public MtlsConnection(Socket socket, MtlsOptions options, MtlsCredentials credentials, PeerRole peer)
    {
        (_socket, _options, _credentials, _peer) = (socket, options, credentials, peer);
        _transport = new(socket, withholds: peer == PeerRole.Server);
        _stream = new(_transport);
    }

    /// <summary>Shakes hands, then lets the two sides speak: only a first byte proves to a TLS 1.3 client that it was accepted.</summary>
    /// <param name="cancellation">Ends the time limit, too.</param>
    public async Task<MtlsOutcome> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await Handshake(cancellation);
            var tls = $"{Version(_stream.SslProtocol)} {_stream.NegotiatedCipherSuite}";
            await _transport.ReleaseAsync(cancellation);
            await Greeting.ExchangeAsync(_stream, _peer, cancellation);
            return new(null, VerifyFlags.None, _presented, tls, null);
        }
        catch (Exception e) when (e is IOException or AuthenticationException or SocketException or OperationCanceledException or InvalidOperationException)
        {
            // No friendly end for whom we do not trust, or who stalls: a reset.
            _socket.Close(0);
            return new(_unreadable ?? Refusal() ?? MtlsError.Of(e), _verdict.Flags, _presented, null, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private static string Version(SslProtocols protocol) => protocol == SslProtocols.Tls13 ? "TLSv1.3" : "TLSv1.2";

    private Task Handshake(CancellationToken cancellation) => _peer == PeerRole.Server
        ? _stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = _options.ServerName ?? _options.Host,
                EnabledSslProtocols = _options.Protocols,
                ClientCertificateContext = _credentials.Own,
                RemoteCertificateValidationCallback = Validate,
                CertificateChainPolicy = HostChainPolicy(),
                AllowTlsResume = false,
            },
            cancellation)
        : _stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                EnabledSslProtocols = _options.Protocols,
                ServerCertificateContext = _credentials.Own,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = Validate,
                CertificateChainPolicy = HostChainPolicy(),
                AllowTlsResume = false,
            },
            cancellation);

    // The host builds a chain before it calls back: it must not go online for that. Its opinion is not used.
    private static X509ChainPolicy HostChainPolicy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
    };

    private bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors hostOpinion)
    {
        try
        {
            _presented = Presented(certificate, chain);
            var name = _peer == PeerRole.Server ? _options.ServerName ?? _options.Host : null;
            _verdict = PeerVerifier.Verify(_presented, _credentials.Trusted, name, _peer, _options.Clock.GetUtcNow().UtcDateTime);
            return _verdict.IsAccepted;
        }
        catch (CertificateFormatException e)
        {
            _unreadable = new(e.Code, "X509", $"the peer's certificate cannot be read: {Text.Printable(e.Message)}", "issue it again");
            return false;
        }
    }

    // The host puts what the peer sent into the extra store, with or without the leaf.
    private static List<CertificateView> Presented(X509Certificate? certificate, X509Chain? chain)
    {
        if (certificate is null)
        {
            return [];
        }

        var leaf = certificate.GetRawCertData();
        var others = chain?.ChainPolicy.ExtraStore.Where(other => !other.RawData.AsSpan().SequenceEqual(leaf)) ?? [];
        return [new(leaf), .. others.Select(other => new CertificateView(other.RawData))];
    }

    private MtlsError? Refusal()
    {
        if (_verdict.IsAccepted)
        {
            return null;
        }

        var name = _verdict.Error switch
        {
            MbedTlsError.X509VerifyFailed => "X509_CERT_VERIFY_FAILED",
            MbedTlsError.SslBadCertificate => "SSL_BAD_CERTIFICATE",
            MbedTlsError.SslNoClientCertificate => "SSL_NO_CLIENT_CERTIFICATE",
            MbedTlsError.X509FatalError => "X509_FATAL_ERROR",
            _ => "SSL_HANDSHAKE_FAILURE",
        };
        return new(
            _verdict.Error, name, $"the peer's certificate is refused: {string.Join(", ", VerifyText.Of(_verdict.Flags))}",
            "-vv shows what the peer sent, -vvv what is trusted");
    }
}
