using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>Who the server is: its certificate with its key, and the intermediates that are sent with it. Never changes once it is loaded.</summary>
internal sealed class ServerIdentity : IDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _intermediates;

    /// <exception cref="HarnessException">A file cannot be used.</exception>
    public ServerIdentity(KeyPairFiles files)
    {
        _certificate = CertificateFile.ReadWithKey(files.Certificate, files.Key);
        _intermediates = CertificateFile.ReadAll(files.Certificate);
        _intermediates[0].Dispose();
        _intermediates.RemoveAt(0);
    }

    /// <summary>First moment of the certificate's validity.</summary>
    public DateTimeOffset NotBefore => _certificate.NotBefore.ToUniversalTime();

    /// <summary>Last moment of the certificate's validity.</summary>
    public DateTimeOffset NotAfter => _certificate.NotAfter.ToUniversalTime();

    /// <summary>The certificate's serial number, upper-case hexadecimal.</summary>
    public string Serial => _certificate.SerialNumber;

    /// <summary>Names the certificate is for, as far as they are host names or addresses; the first is the one to redirect to.</summary>
    public IReadOnlyList<string> Names() => CertificateNames.Of(_certificate);

    /// <summary>What a handshake sends: built once, since building it per connection would build the server's own chain again each time.</summary>
    /// <param name="authorities">Whose names clients are told, so that they can choose a certificate.</param>
    public SslStreamCertificateContext Context(X509Certificate2Collection authorities) => SslStreamCertificateContext.Create(
        _certificate,
        _intermediates,
        offline: true,
        SslCertificateTrust.CreateForX509Collection(authorities, sendTrustInHandshake: true));

    public void Dispose()
    {
        _certificate.Dispose();
        foreach (var certificate in _intermediates)
        {
            certificate.Dispose();
        }
    }
}
