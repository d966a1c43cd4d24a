using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using SecureEsp.ServerHarness.Endpoint.Clients;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// The TLS side: 1.3, and 1.2 where it is allowed, AES-GCM only, no session resumed, clients verified against our own authorities
/// only. The groups for key exchange are the process's: <see cref="OpenSslSettings"/>.
/// </summary>
internal sealed class ServerTls(EndpointOptions options, Func<TlsMaterial> material)
{
    // .NET builds a chain whatever the callback does. Without authorities it gives up at once; ClientTrust decides instead.
    private static readonly X509ChainPolicy s_noChain = new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };

    private readonly ClientCertificates _mode = options.ClientCertificates;
    private readonly SslProtocols _versions = options.AllowTls12 ? SslProtocols.Tls12 | SslProtocols.Tls13 : SslProtocols.Tls13;

    // Without tickets there is nothing to resume in TLS 1.3. In 1.2 there would be.
    private readonly bool _shared = options.OpenSslIsSet && !options.AllowTls12;

    // RFC 8446, B.4, and RFC 5289, 3.2: AES-GCM with forward secrecy. On Windows the choice is the system's, not a program's.
    private readonly CipherSuitesPolicy? _suites = OperatingSystem.IsWindows()
        ? null
        : new([
            TlsCipherSuite.TLS_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_AES_128_GCM_SHA256,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        ]);

    /// <summary>Options for one handshake; what is learnt of the client becomes the connection's <see cref="ClientSession"/>.</summary>
    public ValueTask<SslServerAuthenticationOptions> OnConnection(TlsHandshakeCallbackContext context)
    {
        var session = new ClientSession(() => material().Trust, options.Clock);
        context.Connection.Features.Set(session);
        return new(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = material().Context,
            EnabledSslProtocols = _versions,
            CipherSuitesPolicy = _shared ? null : _suites,
            ApplicationProtocols = [SslApplicationProtocol.Http11],

            // Every connection shows its certificate and is verified afresh; TLS 1.2 has no renegotiation to slip a second one in.
            AllowTlsResume = _shared,
            AllowRenegotiation = false,
            ClientCertificateRequired = _mode != ClientCertificates.Off,
            CertificateChainPolicy = s_noChain,
            RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
            {
                var identity = session.Present(certificate as X509Certificate2, chain?.ChainPolicy.ExtraStore ?? []);
                return _mode != ClientCertificates.Required || identity.Verified;
            },
        });
    }
}
