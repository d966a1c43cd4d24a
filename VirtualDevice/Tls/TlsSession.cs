using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tls;

/// <summary>
/// One TLS connection with mbedTLS's semantics over the host's SslStream. The host's verification is not asked for its
/// opinion: <see cref="PeerVerifier"/> decides, from what the peer sent, the device's trusted set and the device's clock.
/// </summary>
public sealed class TlsSession : IDisposable
{
    private readonly TlsOptions _options;
    private readonly RecordStream _records;
    private readonly SslStream _ssl;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly byte[] _plain = new byte[16 * 1024];
    private int _plainStart;
    private int _plainEnd;
    private Task<int>? _pendingRead;
    private string? _expectedName;
    private PeerVerdict _verdict;
    private TlsFault? _fault;

    /// <param name="receiveLimit">Longest wait for bytes in the handshake; null for none.</param>
    public TlsSession(Socket socket, TlsOptions options, TimeSpan? receiveLimit = null)
    {
        _options = options;
        _records = new RecordStream(socket) { ReceiveLimit = receiveLimit };
        _ssl = new SslStream(_records, leaveInnerStreamOpen: true);
    }

    /// <summary>Decrypted bytes left of the record that the last read has begun.</summary>
    public int Available => _plainEnd - _plainStart;

    /// <summary>True where bytes were taken from the socket that no read has returned yet, those of <see cref="Available"/> aside.</summary>
    public bool HasBuffered => _records.HasBuffered || _pendingRead is { IsCompleted: true };

    /// <summary>The handshake. It has no time limit of its own, on the board neither; each of its waits for bytes may have one.</summary>
    /// <param name="targetHost">For a client: the name to ask for and to verify.</param>
    /// <exception cref="TlsFault">It failed.</exception>
    public async Task HandshakeAsync(string targetHost, CancellationToken stopping)
    {
        if (!_options.IsServer && _options.VerifyPeer && targetHost.Length == 0)
            throw TlsFault.Handshake(MbedTlsError.SslNameNotSet, "verification without a host name");
        if (_options is { IsServer: true, Own.Context: null } or { IsServer: true, Own: null })
            throw TlsFault.Handshake(MbedTlsError.SslHandshakeFailure, "a server needs a certificate and its key");

        _expectedName = _options.IsServer ? null : targetHost;
        try
        {
            if (_options.IsServer) await _ssl.AuthenticateAsServerAsync(ServerOptions(), stopping);
            else await _ssl.AuthenticateAsClientAsync(ClientOptions(targetHost), stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _records.HangUp();
            throw _fault ?? HandshakeFailure.From(e, _records);
        }
        _records.ReceiveLimit = null;
        if (_fault is null) return;
        _records.HangUp();
        throw _fault;
    }

    /// <summary>Waits for decrypted bytes.</summary>
    /// <param name="milliseconds">Limit; -1 for none.</param>
    /// <param name="interrupted">Ends the wait too.</param>
    /// <returns>0: the peer has closed. Null: the limit was reached.</returns>
    /// <exception cref="IOException">The connection failed, or the peer sent an alert.</exception>
    public async Task<int?> ReadAsync(Memory<byte> buffer, int milliseconds, Task interrupted, CancellationToken stopping)
    {
        if (!await _reading.WaitAsync(milliseconds, stopping)) return null;
        try
        {
            if (Available == 0)
            {
                // A read that ran into its limit goes on below, and the next one takes its result.
                var pending = _pendingRead ??= _ssl.ReadAsync(_plain, CancellationToken.None).AsTask();
                using var limit = new CancellationTokenSource(milliseconds);
                await Task.WhenAny(pending, interrupted, Task.Delay(Timeout.Infinite, limit.Token)).WaitAsync(stopping);
                if (!pending.IsCompleted) return interrupted.IsCompleted ? throw new IOException("interrupted") : null;
                _pendingRead = null;
                (_plainStart, _plainEnd) = (0, await pending);
                if (_plainEnd == 0)
                {
                    _pendingRead = pending; // closed is closed: every further read says so
                    return 0;
                }
            }
            var count = Math.Min(buffer.Length, Available);
            _plain.AsMemory(_plainStart, count).CopyTo(buffer);
            _plainStart += count;
            return count;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Writes all of it, however long the peer takes to read.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> data, CancellationToken stopping)
    {
        await _writing.WaitAsync(stopping);
        try
        {
            await _ssl.WriteAsync(data, stopping);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Sends close_notify, if that can be done at once.</summary>
    public async Task ShutdownAsync(TimeSpan limit)
    {
        if (!_ssl.IsAuthenticated) return;
        try
        {
            await _ssl.ShutdownAsync().WaitAsync(limit);
        }
        catch (Exception e) when (e is IOException or TimeoutException or InvalidOperationException or SocketException)
        {
            // the peer is gone, or does not read: mbedTLS drops the alert too
        }
    }

    public void Dispose()
    {
        _ssl.Dispose();
        _reading.Dispose();
        _writing.Dispose();
    }

    private SslClientAuthenticationOptions ClientOptions(string targetHost) => new()
    {
        TargetHost = targetHost,
        EnabledSslProtocols = _options.Protocols,
        ClientCertificateContext = _options.Own?.Context,
        LocalCertificateSelectionCallback = _options.Own is { Context: null } ? RefuseForLackOfKey : null,
        RemoteCertificateValidationCallback = Validate,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = HostChainPolicy(),
        AllowRenegotiation = false,
        AllowTlsResume = false,
    };

    private SslServerAuthenticationOptions ServerOptions() => new()
    {
        EnabledSslProtocols = _options.Protocols,
        ServerCertificateContext = _options.Own!.Context,
        ClientCertificateRequired = _options.VerifyPeer,
        RemoteCertificateValidationCallback = Validate,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = HostChainPolicy(),
        AllowRenegotiation = false,
        AllowTlsResume = false,
    };

    // The host builds a chain before it calls back: it must not go online for that. Its result is not used.
    private static X509ChainPolicy HostChainPolicy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
    };

    private bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors hostOpinion)
    {
        if (!_options.VerifyPeer) return true;
        try
        {
            _verdict = PeerVerifier.Verify(
                Presented(certificate, chain), _options.Trusted, _expectedName, _options.IsServer ? PeerRole.Client : PeerRole.Server, _options.UtcNow());
            if (!_verdict.IsAccepted) _fault = TlsFault.Refused(_verdict);
        }
        catch (CertificateFormatException e)
        {
            _fault = TlsFault.Handshake(e.Code, e.Message);
        }
        return _fault is null;
    }

    // The host puts what the peer sent into the extra store, in order, with or without the first one.
    private static List<CertificateView> Presented(X509Certificate? certificate, X509Chain? chain)
    {
        if (certificate is null) return [];
        var leaf = certificate.GetRawCertData();
        var presented = new List<CertificateView> { new(leaf) };
        if (chain is null) return presented;
        foreach (var other in chain.ChainPolicy.ExtraStore)
            if (!other.RawData.AsSpan().SequenceEqual(leaf)) presented.Add(new CertificateView(other.RawData));
        return presented;
    }

    // Called with the server's certificate at hand: the server has asked for ours.
    private X509Certificate RefuseForLackOfKey(
        object sender, string host, X509CertificateCollection local, X509Certificate? remote, string[] acceptableIssuers)
    {
        if (remote is not null) _fault = TlsFault.Handshake(MbedTlsError.SslHandshakeFailure, "the own certificate has no key");
        return null!;
    }
}
