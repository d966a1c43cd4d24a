using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tls;

/// <summary>The certificate that this side presents, with its intermediates, and its key.</summary>
public sealed class OwnIdentity : IDisposable
{
    private readonly X509Certificate2? _withKey;

    private OwnIdentity(X509Certificate2? withKey, SslStreamCertificateContext? context)
    {
        _withKey = withKey;
        Context = context;
    }

    /// <summary>Null: a certificate without a key, with which a handshake fails as soon as it is asked for.</summary>
    internal SslStreamCertificateContext? Context { get; }

    /// <param name="certificate">PEM ending in 0 (then its intermediates may follow) or DER.</param>
    /// <param name="key">PEM ending in 0 or DER; null: no key.</param>
    /// <exception cref="TlsFault">PrivateKeyParseFailed, CertificateParseFailed; OwnCertificateConfigFailed where they do not belong
    /// together (the board finds that out in the handshake only).</exception>
    public static OwnIdentity Parse(ReadOnlySpan<byte> certificate, byte[]? key, string? password)
    {
        using var privateKey = key is null ? null : ParseKey(key, password);
        var chain = ParseChain(certificate);
        if (privateKey is null) return new(null, null);
        try
        {
            var withKey = privateKey is RSA rsa ? chain[0].Certificate.CopyWithPrivateKey(rsa) : chain[0].Certificate.CopyWithPrivateKey((ECDsa)privateKey);
            return new(withKey, SslStreamCertificateContext.Create(withKey, [.. chain.Skip(1).Select(c => c.Certificate)], offline: true));
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or InvalidOperationException)
        {
            throw TlsFault.SetUp(SetUpError.OwnCertificateConfigFailed, $"own certificate and key: {e.Message}");
        }
    }

    public void Dispose() => _withKey?.Dispose();

    private static AsymmetricAlgorithm ParseKey(byte[] key, string? password)
    {
        try
        {
            return PrivateKeyText.Parse(key, password);
        }
        catch (CryptographicException e)
        {
            throw TlsFault.SetUp(SetUpError.PrivateKeyParseFailed, e.Message);
        }
    }

    private static IReadOnlyList<CertificateView> ParseChain(ReadOnlySpan<byte> certificate)
    {
        try
        {
            var (chain, failed) = CertificateText.Parse(certificate);
            return failed == 0 ? chain : throw TlsFault.SetUp(SetUpError.CertificateParseFailed, $"{failed} certificates cannot be read");
        }
        catch (CertificateFormatException e)
        {
            throw TlsFault.SetUp(SetUpError.CertificateParseFailed, e.Message);
        }
    }
}
