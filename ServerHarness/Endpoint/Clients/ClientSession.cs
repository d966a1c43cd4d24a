using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>
/// The client of one connection. What its certificate is worth is decided at the handshake, and again at a request once the
/// authorities or revocation lists are other ones or the decision has run out: who is revoked loses an open connection too.
/// </summary>
internal sealed class ClientSession(Func<ClientTrust> trust, TimeProvider clock)
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private byte[]? _certificate;
    private byte[][] _sent = [];
    private ClientTrust? _decidedBy;
    private ClientIdentity _identity = ClientIdentity.Anonymous;

    /// <summary>How long ago the handshake was.</summary>
    public TimeSpan Age => clock.GetUtcNow() - _start;

    /// <summary>What the handshake has shown; null before it came that far.</summary>
    public ClientIdentity? Shown { get; private set; }

    /// <summary>Takes what the handshake has shown.</summary>
    public ClientIdentity Present(X509Certificate2? certificate, X509Certificate2Collection sent)
    {
        if (certificate is not null)
        {
            _certificate = certificate.RawData;
            _sent = [.. sent.Select(c => c.RawData)];
            Decide(certificate, sent);
        }

        return Shown = _identity;
    }

    /// <summary>Who the client is now. One request at a time: HTTP/1.1 has no others.</summary>
    public ClientIdentity Identity()
    {
        if (_certificate is not null && _identity.Verified && (_decidedBy != trust() || clock.GetUtcNow() >= _identity.Until))
        {
            using var certificate = X509CertificateLoader.LoadCertificate(_certificate);
            var sent = new X509Certificate2Collection(_sent.Select(X509CertificateLoader.LoadCertificate).ToArray());
            Decide(certificate, sent);
            foreach (var other in sent)
            {
                other.Dispose();
            }
        }

        return _identity;
    }

    private void Decide(X509Certificate2 certificate, X509Certificate2Collection sent)
    {
        _decidedBy = trust();
        _identity = _decidedBy.Decide(certificate, sent, clock.GetUtcNow());
    }
}
