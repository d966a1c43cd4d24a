using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Takes certificates out of nanoFramework's X509Certificate objects and the board's store.</summary>
internal static class DeviceCertificates
{
    private const string WithKey = "System.Security.Cryptography.X509Certificates.X509Certificate2";

    /// <summary>The stored pair goes before that of the call, if there is one; a key is taken from an X509Certificate2 only.</summary>
    /// <exception cref="TlsFault">It cannot be read.</exception>
    public static OwnIdentity? Own(VirtualBoard board, object? certificate, bool useStored)
    {
        if (useStored && board.Certificates.DeviceCertificate is { Length: > 0 } stored) return OwnIdentity.Parse(stored, stored, Password(certificate));
        if (certificate is null || Fields.Get<byte[]?>(certificate, "_certificate") is not { Length: > 0 } own) return null;
        var key = certificate.GetType().FullName == WithKey ? Fields.Get<byte[]?>(certificate, "_privateKey") : null;
        return OwnIdentity.Parse(own, key is { Length: > 0 } ? key : null, Password(certificate));
    }

    /// <exception cref="SocketFault">-1: a certificate in it cannot be read.</exception>
    public static IReadOnlyList<CertificateView> Authority(object? ca)
    {
        if (ca is null) return [];
        try
        {
            var (certificates, failed) = CertificateText.Parse(Fields.Get<byte[]?>(ca, "_certificate") ?? throw new NullReferenceException());
            return failed == 0 ? certificates : throw new SocketFault(SocketErrors.Failed);
        }
        catch (CertificateFormatException)
        {
            throw new SocketFault(SocketErrors.Failed);
        }
    }

    private static string? Password(object? certificate) =>
        certificate?.GetType().FullName == WithKey ? Fields.Get<string?>(certificate, "_password") : null;
}
