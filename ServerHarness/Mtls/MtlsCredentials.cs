using System.Net.Security;
using System.Text;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>What one side trusts and what it shows, read from files.</summary>
internal sealed record MtlsCredentials(IReadOnlyList<CertificateView> Trusted, SslStreamCertificateContext Own)
{
    /// <exception cref="HarnessException">A file is missing or not what it should be.</exception>
    public static IReadOnlyList<CertificateView> ReadTrusted(string path)
    {
        try
        {
            // mbedTLS takes PEM only where it ends in NUL; its programs add that when they read a file.
            var text = CertificateFile.ReadText(path, "CA certificate");
            var (certificates, failed) = CertificateText.Parse(Encoding.Latin1.GetBytes(text + '\0'));
            return failed == 0 ? certificates : throw new HarnessException($"{path}: {failed} of its certificates cannot be read", "remove or replace them");
        }
        catch (CertificateFormatException e)
        {
            throw new HarnessException($"{path} is no PEM file of certificates: {e.Message}", "give the CA's certificate, in PEM", inner: e);
        }
    }

    /// <exception cref="HarnessException">A file is missing or not what it should be.</exception>
    public static SslStreamCertificateContext ReadOwn(KeyPairFiles files)
    {
        var chain = CertificateFile.ReadAll(files.Certificate);
        chain.RemoveAt(0);
        return SslStreamCertificateContext.Create(CertificateFile.ReadWithKey(files.Certificate, files.Key), chain, offline: true);
    }
}
