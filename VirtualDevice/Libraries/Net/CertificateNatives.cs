extern alias corelib;

using System.Security.Cryptography;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Host side of X509Certificate.</summary>
[Natives("System.Net", "System.Security.Cryptography.X509Certificates.X509Certificate")]
internal static class X509CertificateNatives
{
    /// <exception cref="ArgumentException">Not a certificate, or PEM that does not end in 0.</exception>
    public static void ParseCertificate(
        byte[] cert,
        ref string? issuer,
        ref string? subject,
        ref corelib::System.DateTime effectiveDate,
        ref corelib::System.DateTime expirationDate)
    {
        _ = Life.Current;
        if (cert is null) throw new NullReferenceException();
        try
        {
            var first = CertificateText.Parse(cert).Certificates[0];
            issuer = DistinguishedName.Format(first.Issuer);
            subject = DistinguishedName.Format(first.Subject);
            effectiveDate = new corelib::System.DateTime(first.NotBefore.Ticks);
            expirationDate = new corelib::System.DateTime(first.NotAfter.Ticks);
        }
        catch (CertificateFormatException e)
        {
            throw new ArgumentException(e.Message);
        }
    }
}

/// <summary>Host side of X509Certificate2.</summary>
[Natives("System.Net", "System.Security.Cryptography.X509Certificates.X509Certificate2")]
internal static class X509Certificate2Natives
{
    /// <exception cref="ArgumentException">Not a key, or the wrong password, or PEM that does not end in 0.</exception>
    public static void DecodePrivateKeyNative(byte[] keyBuffer, string? password)
    {
        _ = Life.Current;
        if (keyBuffer is null) throw new NullReferenceException();
        try
        {
            PrivateKeyText.Parse(keyBuffer, password).Dispose();
        }
        catch (CryptographicException e)
        {
            throw new ArgumentException(e.Message);
        }
    }
}

/// <summary>Host side of CertificateManager.</summary>
[Natives("System.Net", "System.Net.Security.CertificateManager")]
internal static class CertificateManagerNatives
{
    public static bool AddCaCertificateBundle(byte[] ca)
    {
        var life = Life.Current;
        if (ca is null) throw new NullReferenceException();
        life.Board.Certificates.AddFromFirmware(ca);
        return true;
    }
}
