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
    public static CertificateAuthority CreateRoot(CertificateProfile profile, TimeProvider? clock = null, KeyAlgorithm? algorithm = null)
    {
        clock ??= TimeProvider.System;
        using var key = (algorithm ?? KeyAlgorithm.P256).Generate();
        var request = Request(profile, AuthorityName(profile), key);
        var identifier = request.CertificateExtensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));
        var now = clock.GetUtcNow();
        using var certificate = request.Create(
            request.SubjectName, key.Generator(), now - s_backdating, profile.Lifetime.After(now), SerialNumber.Next());
        return new(key.Attach(certificate), clock);
    }

    /// <summary>An authority below this one.</summary>
    public CertificateAuthority CreateIntermediate(CertificateProfile profile, KeyAlgorithm? algorithm = null)
    {
        using var key = (algorithm ?? KeyAlgorithm.P256).Generate();
        return new(Sign(Request(profile, AuthorityName(profile), key), profile, key), _clock);
    }

    /// <summary>The authority below this one anew: its name, key and extensions stay, its time begins now.</summary>
    /// <param name="below">Its certificate with its private key.</param>
    /// <param name="profile">Tells the lifetime.</param>
    public CertificateAuthority Renew(X509Certificate2 below, CertificateProfile profile)
    {
        using var key = below.PrivateKey();
        var request = key.Request(below.SubjectName);
        foreach (var extension in below.Extensions.Where(e => e is not X509AuthorityKeyIdentifierExtension))
        {
            request.CertificateExtensions.Add(extension);
        }

        return new(Sign(request, profile, key), _clock);
    }

    /// <summary>A leaf with a new private key, P-256 unless told otherwise.</summary>
    /// <exception cref="HarnessException">The authority has expired, or the clock stands before its start.</exception>
    public X509Certificate2 Issue(CertificateProfile profile, SubjectNames names, KeyAlgorithm? algorithm = null)
    {
        using var key = (algorithm ?? KeyAlgorithm.P256).Generate();
        return Issue(profile, names, key);
    }

    /// <summary>A leaf for a key that is there already.</summary>
    /// <exception cref="HarnessException">The authority has expired, or the clock stands before its start.</exception>
    public X509Certificate2 Issue(CertificateProfile profile, SubjectNames names, AsymmetricAlgorithm key)
    {
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

        using var key = Certificate.PrivateKey();
        var padding = key is RSA ? RSASignaturePadding.Pkcs1 : null;
        var (from, until) = Validity(now + lifetime);
        return builder.Build(Certificate, number + 1, until, key.Hash(), padding, from);
    }

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();

    private static X500DistinguishedName AuthorityName(CertificateProfile profile)
    {
        var builder = new X500DistinguishedNameBuilder();

        // The builder writes what was added last first: O, then CN.
        builder.AddCommonName(profile.CommonName ?? throw new InvalidDataException("the profile of an authority has no commonName"));
        builder.AddOrganizationName("SecureEsp");
        return builder.Build();
    }

    private static CertificateRequest Request(CertificateProfile profile, X500DistinguishedName subject, AsymmetricAlgorithm key)
    {
        var request = key.Request(subject);
        foreach (var extension in profile.Extensions())
        {
            request.CertificateExtensions.Add(extension);
        }

        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private X509Certificate2 Sign(CertificateRequest unsigned, CertificateProfile profile, AsymmetricAlgorithm key)
    {
        using var authorityKey = Certificate.PrivateKey();
        var (from, until) = Validity(profile.Lifetime.After(_clock.GetUtcNow()));

        // The signature's hash follows the key that signs, not the one that is certified.
        var request = new CertificateRequest(unsigned.SubjectName, unsigned.PublicKey, authorityKey.Hash());
        foreach (var extension in unsigned.CertificateExtensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(Certificate.SubjectName, authorityKey.Generator(), from, until, SerialNumber.Next());
        return key.Attach(certificate);
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
            throw new HarnessException(
                $"{name} expired at {issuerUntil:u}",
                Certificate.IsSelfIssued() ? "make a new PKI in another folder: pki init --folder NEW" : "renew it: pki renew-intermediate");
        }

        var from = now - s_backdating;
        return (from < issuerFrom ? issuerFrom : from, until > issuerUntil ? issuerUntil : until);
    }
}
