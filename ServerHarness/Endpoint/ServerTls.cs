using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// The TLS side: 1.3 only, AES-GCM only, clients verified against our own authorities only. The key exchange groups are
/// OpenSSL's defaults (X25519, P-256, X448, P-521, P-384 …), because .NET has no setting for them: the guide's secp384r1 is
/// among them, and the client's choice decides.
/// </summary>
internal sealed class ServerTls : IDisposable
{
    private readonly ClientCertificates _mode;
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _intermediates;
    private readonly X509Certificate2Collection _authorities;
    private readonly SslStreamCertificateContext _identity;
    private readonly X509ChainPolicy _clientPolicy;

    // RFC 8446, B.4: the AES-GCM suites of TLS 1.3. On Windows the choice is the system's, not a program's.
    private readonly CipherSuitesPolicy? _suites = OperatingSystem.IsWindows()
        ? null
        : new([TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_AES_128_GCM_SHA256]);

    public ServerTls(EndpointOptions options)
    {
        _mode = options.ClientCertificates;
        _certificate = CertificateFile.ReadWithKey(options.Identity.Certificate, options.Identity.Key);
        _intermediates = CertificateFile.ReadAll(options.Identity.Certificate);
        _intermediates[0].Dispose();
        _intermediates.RemoveAt(0);
        _authorities = CertificateFile.ReadAll(options.ClientCaFile);
        _clientPolicy = CertificateChain.Policy(_authorities, Purposes.ClientAuthentication);

        // Built once: building it per connection would build the server's own chain again each time.
        _identity = SslStreamCertificateContext.Create(
            _certificate,
            _intermediates,
            offline: true,
            SslCertificateTrust.CreateForX509Collection(_authorities, sendTrustInHandshake: true));
    }

    /// <summary>Names the certificate is for, as far as they are host names or addresses; the first is the one to redirect to.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = _certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
        var addresses = names.SelectMany(n => n.EnumerateIPAddresses()).Select(a => a.ToString());
        return [.. names.SelectMany(n => n.EnumerateDnsNames()), .. addresses];
    }

    /// <summary>Options for one handshake; what is learnt of the client becomes the connection's <see cref="ClientIdentity"/>.</summary>
    public ValueTask<SslServerAuthenticationOptions> OnConnection(TlsHandshakeCallbackContext context) => new(new SslServerAuthenticationOptions
    {
        ServerCertificateContext = _identity,
        EnabledSslProtocols = SslProtocols.Tls13,
        CipherSuitesPolicy = _suites,
        ApplicationProtocols = [SslApplicationProtocol.Http11],

        // No tickets: every connection shows its certificate and is verified afresh.
        AllowTlsResume = false,
        ClientCertificateRequired = _mode != ClientCertificates.Off,
        CertificateChainPolicy = _clientPolicy,
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            var identity = ClientVerification.Decide(certificate as X509Certificate2, chain, errors);
            context.Connection.Features.Set(identity);
            return _mode != ClientCertificates.Required || identity.Verified;
        },
    });

    public void Dispose()
    {
        _certificate.Dispose();
        foreach (var certificate in _intermediates.Concat(_authorities))
        {
            certificate.Dispose();
        }
    }
}
