using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>An authority with its private key: what it signs never outlives it.</summary>
public sealed class CertificateAuthority : IDisposable
{
    // Clocks differ: a certificate made now must already be valid for a peer that is a little behind.
    private static readonly TimeSpan s_backdating = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock;

    /// <param name="certificate">The authority's certificate WITH its private key.</param>
    public CertificateAuthority(X509Certificate2 certificate, TimeProvider? clock = null)
    {
        Certificate = certificate;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>The certificate and the private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A self-signed authority.</summary>
    public static CertificateAuthority CreateRoot(CertificateProfile profile, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        using var key = NewKey();
        var request = Request(profile, AuthorityName(profile), key);
        var identifier = request.CertificateExtensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));
        var now = clock.GetUtcNow();
        using var certificate = request.Create(
            request.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            now - s_backdating,
            now.AddYears(profile.LifetimeYears),
            SerialNumber.Next());
        return new(certificate.CopyWithPrivateKey(key), clock);
    }

    /// <summary>An authority below this one.</summary>
    public CertificateAuthority CreateIntermediate(CertificateProfile profile)
    {
        using var key = NewKey();
        return new(Sign(Request(profile, AuthorityName(profile), key), profile, key), _clock);
    }

    /// <summary>A leaf with a new private key.</summary>
    /// <exception cref="HarnessException">The authority has expired, or the clock stands before its start.</exception>
    public X509Certificate2 Issue(CertificateProfile profile, SubjectNames names)
    {
        using var key = NewKey();
        var request = Request(profile, names.Subject, key);

        // RFC 5280, 4.2.1.6: where the subject is empty the names are all there is, and critical.
        names.Extension.Critical = request.SubjectName.EnumerateRelativeDistinguishedNames().Any() is false;
        request.CertificateExtensions.Add(names.Extension);
        return Sign(request, profile, key);
    }

    /// <summary>A new revocation list: what the last one revokes, and more.</summary>
    /// <param name="last">The list to be replaced; null makes the first.</param>
    /// <param name="lifetime">Until the next one is due; never longer than the authority lives.</param>
    /// <returns>DER, numbered one higher than the last.</returns>
    public byte[] SignRevocationList(
        RevocationList? last, IEnumerable<X509Certificate2> revoked, TimeSpan lifetime, X509RevocationReason? reason = null)
    {
        var number = BigInteger.Zero;
        var builder = last is null
            ? new CertificateRevocationListBuilder()
            : CertificateRevocationListBuilder.Load(last.RawData.ToArray(), out number);
        var now = _clock.GetUtcNow();
        foreach (var certificate in revoked)
        {
            builder.AddEntry(certificate, now, reason);
        }

        var (from, until) = Validity(now + lifetime);
        return builder.Build(Certificate, number + 1, until, HashAlgorithmName.SHA256, thisUpdate: from);
    }

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();

    private static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static X500DistinguishedName AuthorityName(CertificateProfile profile)
    {
        var builder = new X500DistinguishedNameBuilder();

        // The builder writes what was added last first: O, then CN.
        builder.AddCommonName(profile.CommonName ?? throw new InvalidDataException("the profile of an authority has no commonName"));
        builder.AddOrganizationName("SecureEsp");
        return builder.Build();
    }

    private static CertificateRequest Request(CertificateProfile profile, X500DistinguishedName subject, ECDsa key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        foreach (var extension in profile.Extensions())
        {
            request.CertificateExtensions.Add(extension);
        }

        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private X509Certificate2 Sign(CertificateRequest request, CertificateProfile profile, ECDsa key)
    {
        using var authorityKey = Certificate.GetECDsaPrivateKey()
            ?? throw new InvalidOperationException("the certificate authority has no ECDSA private key");
        var (from, until) = Validity(_clock.GetUtcNow().AddYears(profile.LifetimeYears));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(
            Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(authorityKey), from, until, SerialNumber.Next());
        return certificate.CopyWithPrivateKey(key);
    }

    private (DateTimeOffset From, DateTimeOffset Until) Validity(DateTimeOffset until)
    {
        var now = _clock.GetUtcNow();
        DateTimeOffset issuerFrom = Certificate.NotBefore.ToUniversalTime(), issuerUntil = Certificate.NotAfter.ToUniversalTime();
        var name = Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (now < issuerFrom)
        {
            throw new HarnessException(
                $"the clock says {now:u}, but {name} begins only at {issuerFrom:u}", "set this machine's clock, then try again");
        }

        if (now >= issuerUntil)
        {
            throw new HarnessException($"{name} expired at {issuerUntil:u}", "make a new PKI in another folder: pki init --folder NEW");
        }

        var from = now - s_backdating;
        return (from < issuerFrom ? issuerFrom : from, until > issuerUntil ? issuerUntil : until);
    }
}
