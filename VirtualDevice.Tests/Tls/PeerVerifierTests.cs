using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.VirtualDevice.Tls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>
/// Each way in which a certificate can be wrong, and the flag that mbedTLS raises for it. mbedTLS, library/x509_crt.c
/// (mbedtls_x509_crt_verify_with_profile) and its MBEDTLS_X509_BADCERT_ flags.
/// </summary>
public class PeerVerifierTests
{
    private const string Host = "server.test";

    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Issuer Root = Issuer.Root();
    private static readonly Issuer Intermediate = Root.Intermediate();

    [Fact]
    public void A_server_below_a_trusted_root_is_accepted() =>
        Assert.Equal(new(VerifyFlags.None, 0), Verify(Intermediate.Server("CN=x", Host), [Intermediate], Root));

    [Fact]
    public void An_intermediate_that_is_trusted_is_an_anchor_without_its_root() => AssertAccepted(Verify(Intermediate.Server("CN=x", Host), [], Intermediate));

    [Fact]
    public void Another_root_of_the_same_name_is_not_trusted() =>
        AssertFlags(VerifyFlags.NotTrusted, Verify(Intermediate.Server("CN=x", Host), [Intermediate], Issuer.Root()));

    [Fact]
    public void An_empty_store_trusts_nobody() => AssertFlags(VerifyFlags.NotTrusted, Verify(Root.Server("CN=x", Host), [Root]));

    [Fact]
    public void A_missing_intermediate_breaks_the_path() => AssertFlags(VerifyFlags.NotTrusted, Verify(Intermediate.Server("CN=x", Host), [], Root));

    [Fact]
    public void A_self_signed_server_is_accepted_only_when_it_is_in_the_store()
    {
        var self = Issuer.Root("CN=server.test");
        AssertFlags(VerifyFlags.NotTrusted | VerifyFlags.KeyUsage, Verify(self, [], Root));
        // Its key may sign certificates only: that check stays.
        Assert.Equal(new(VerifyFlags.KeyUsage, MbedTlsError.SslBadCertificate), Verify(self, [], self));
    }

    [Fact]
    public void A_leaf_in_the_store_that_is_not_self_issued_is_no_anchor()
    {
        var server = Root.Server("CN=x", Host);
        AssertFlags(VerifyFlags.NotTrusted, Verify(server, [], server));
    }

    [Fact]
    public void A_forged_signature_is_not_trusted()
    {
        var forged = Issuer.Root().Server("CN=x", Host); // another key under the name of the root
        AssertFlags(VerifyFlags.NotTrusted, Verify(forged, [], Root));
    }

    [Fact]
    public void A_forged_signature_below_a_presented_intermediate_is_not_trusted()
    {
        var otherKey = Issuer.Root().Intermediate();
        AssertFlags(VerifyFlags.NotTrusted, Verify(otherKey.Server("CN=x", Host), [Intermediate], Root));
    }

    [Theory]
    [InlineData("2036-01-01T00:00:01Z", VerifyFlags.Expired)]
    [InlineData("2036-01-01T00:00:00Z", VerifyFlags.None)]
    [InlineData("2026-01-01T00:00:00Z", VerifyFlags.None)]
    [InlineData("2025-12-31T23:59:59Z", VerifyFlags.Future)]
    [InlineData("1970-01-01T00:00:03Z", VerifyFlags.Future)]
    public void Validity_is_judged_by_the_device_clock(string clock, VerifyFlags expected)
    {
        var now = DateTime.Parse(clock, null, System.Globalization.DateTimeStyles.RoundtripKind);
        AssertFlags(expected, PeerVerifier.Verify(Views(Root.Server("CN=x", Host)), Views(Root), Host, PeerRole.Server, now));
    }

    [Fact]
    public void An_expired_root_counts_too() =>
        AssertFlags(VerifyFlags.Expired, Verify(Expired.Server("CN=x", Host), [], Expired));

    [Fact]
    public void Of_two_roots_with_one_key_the_valid_one_is_taken()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var old = Issuer.Root(key: key, notAfter: Issuer.Start.AddDays(1));
        AssertAccepted(Verify(old.Server("CN=x", Host), [], old, Issuer.Root(key: key)));
    }

    [Theory]
    [InlineData(Host, true)]
    [InlineData("SERVER.Test", true)]
    [InlineData("other.test", false)]
    [InlineData("server.test.", false)]
    [InlineData("cn.test", false)] // the common name does not count where there are alternative names
    [InlineData("a.wild.test", true)]
    [InlineData("wild.test", false)]
    [InlineData("a.b.wild.test", false)]
    [InlineData("192.0.2.7", true)]
    [InlineData("192.0.2.8", false)]
    [InlineData("2001:db8::1", true)]
    public void The_name_must_be_an_alternative_name(string host, bool matches)
    {
        var server = Root.Issue("CN=cn.test", r =>
        {
            Issuer.Leaf(r);
            Issuer.Names(r, n =>
            {
                n.AddDnsName(Host);
                n.AddDnsName("*.wild.test");
                n.AddIpAddress(System.Net.IPAddress.Parse("192.0.2.7"));
                n.AddIpAddress(System.Net.IPAddress.Parse("2001:db8::1"));
            });
        });
        AssertFlags(matches ? VerifyFlags.None : VerifyFlags.NameMismatch, Verify(server, [], host));
    }

    [Theory]
    [InlineData("CN=server.test", "server.test", true)]
    [InlineData("CN=*.test", "server.test", true)]
    [InlineData("CN=*.test", "a.server.test", false)]
    [InlineData("CN=192.0.2.7", "192.0.2.7", true)]
    [InlineData("O=server.test", "server.test", false)]
    public void The_common_name_counts_where_there_are_no_alternative_names(string subject, string host, bool matches) =>
        AssertFlags(matches ? VerifyFlags.None : VerifyFlags.NameMismatch, Verify(Root.Server(subject), [], host));

    [Fact]
    public void Alternative_names_of_another_kind_still_shut_out_the_common_name()
    {
        var server = Root.Issue("CN=server.test", r =>
        {
            Issuer.Leaf(r);
            Issuer.Names(r, n => n.AddEmailAddress("a@server.test"));
        });
        AssertFlags(VerifyFlags.NameMismatch, Verify(server, [], Host));
    }

    [Fact]
    public void No_name_is_asked_of_a_client() =>
        AssertAccepted(PeerVerifier.Verify(Views(Root.Client()), Views(Root), null, PeerRole.Client, Now));

    [Fact]
    public void The_extended_key_usage_must_fit_the_role_and_is_an_error_of_its_own()
    {
        Assert.Equal(new(VerifyFlags.ExtendedKeyUsage, MbedTlsError.SslBadCertificate), Verify(Root.Client(), [], expectedName: null));
        Assert.Equal(new(VerifyFlags.ExtendedKeyUsage, MbedTlsError.SslBadCertificate), PeerVerifier.Verify(Views(Root.Server("CN=x")), Views(Root), null, PeerRole.Client, Now));
        AssertAccepted(Verify(Root.Issue("CN=x", r => Issuer.Leaf(r)), [], expectedName: null));
        AssertAccepted(Verify(Root.Issue("CN=x", r => Issuer.Leaf(r, "2.5.29.37.0")), [], expectedName: null));
    }

    [Fact]
    public void With_another_fault_the_usage_is_a_flag_among_flags()
    {
        var verdict = PeerVerifier.Verify(Views(Root.Client()), Views(Root), Host, PeerRole.Server, Now);
        Assert.Equal(new(VerifyFlags.NameMismatch | VerifyFlags.ExtendedKeyUsage, MbedTlsError.X509VerifyFailed), verdict);
    }

    [Fact]
    public void The_key_usage_must_allow_signatures()
    {
        var server = Root.Issue("CN=server.test", r => r.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true)));
        Assert.Equal(new(VerifyFlags.KeyUsage, MbedTlsError.SslBadCertificate), Verify(server, [], Host));
    }

    [Fact]
    public void An_issuer_without_the_CA_flag_issues_nothing()
    {
        // No key usage extension: the CA flag alone is at stake.
        var leaf = Root.Issue("CN=Leaf", r => r.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true)));
        var bare = Root.Issue("CN=Bare", _ => { });
        AssertFlags(VerifyFlags.NotTrusted, Verify(leaf.Server("CN=x", Host), [leaf], Root));
        AssertFlags(VerifyFlags.NotTrusted, Verify(leaf.Server("CN=x", Host), [], leaf));
        AssertFlags(VerifyFlags.NotTrusted, Verify(bare.Server("CN=x", Host), [bare], Root));
    }

    [Fact]
    public void An_issuer_whose_key_may_not_sign_certificates_issues_nothing()
    {
        var issuer = Root.Issue("CN=I", r =>
        {
            r.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            r.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        });
        AssertFlags(VerifyFlags.NotTrusted, Verify(issuer.Server("CN=x", Host), [issuer], Root));
    }

    [Fact]
    public void The_path_length_limits_the_authorities_below()
    {
        var limited = Root.Intermediate("CN=Limited", pathLength: 0);
        var below = limited.Intermediate("CN=Below");
        AssertAccepted(Verify(limited.Server("CN=x", Host), [limited], Root));
        AssertFlags(VerifyFlags.NotTrusted, Verify(below.Server("CN=x", Host), [below, limited], Root));
    }

    [Fact]
    public void A_parent_is_looked_for_further_up_in_what_was_presented_only()
    {
        var second = Intermediate.Intermediate("CN=Second");
        AssertAccepted(Verify(second.Server("CN=x", Host), [second, Intermediate], Root));
        AssertFlags(VerifyFlags.NotTrusted, Verify(second.Server("CN=x", Host), [Intermediate, second], Root));
    }

    [Fact]
    public void More_than_eight_intermediates_are_a_fatal_error()
    {
        var chain = new List<Issuer> { Root.Intermediate("CN=1") };
        for (var i = 2; i <= 9; i++) chain.Insert(0, chain[0].Intermediate($"CN={i}"));
        Assert.Equal(MbedTlsError.X509FatalError, Verify(chain[0].Server("CN=x", Host), chain, Root).Error);
        AssertAccepted(Verify(chain[1].Server("CN=x", Host), [.. chain.Skip(1)], Root));
    }

    [Fact]
    public void SHA_1_is_no_digest()
    {
        using var key = RSA.Create(2048);
        var root = Issuer.Root(key: key);
        AssertFlags(VerifyFlags.BadDigest, Verify(root.Issue("CN=server.test", r => Issuer.Leaf(r), digest: HashAlgorithmName.SHA1), [], Host, root));
    }

    [Fact]
    public void SHA_512_and_RSA_are_fine()
    {
        using var key = RSA.Create(2048);
        var root = Issuer.Root(key: key);
        AssertAccepted(Verify(root.Issue("CN=server.test", r => Issuer.Leaf(r), digest: HashAlgorithmName.SHA512), [], Host, root));
    }

    [Fact]
    public void A_key_below_the_profile_is_refused_in_a_leaf_and_in_an_issuer()
    {
        using var rsa = RSA.Create(1024);
        AssertFlags(VerifyFlags.BadKey, Verify(Root.Issue("CN=server.test", r => Issuer.Leaf(r), rsa), [], Host));
        var weak = Issuer.Root(key: rsa);
        AssertFlags(VerifyFlags.BadKey, Verify(weak.Server("CN=server.test"), [], Host, weak));
    }

    [Fact]
    public void A_curve_below_the_profile_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.33")); // secp224r1
        AssertFlags(VerifyFlags.BadKey, Verify(Root.Issue("CN=server.test", r => Issuer.Leaf(r), key), [], Host));
    }

    [Fact]
    public void A_critical_extension_that_mbedTLS_does_not_know_makes_the_certificate_unreadable()
    {
        var odd = Root.Issue("CN=server.test", r => r.CertificateExtensions.Add(new X509Extension("2.5.29.30", [0x30, 0x00], critical: true)));
        Assert.Equal(-0x2562, Assert.Throws<CertificateFormatException>(() => Views(odd)).Code);
    }

    [Fact]
    public void Nobody_is_no_client() =>
        Assert.Equal(new(VerifyFlags.Missing, MbedTlsError.SslNoClientCertificate), PeerVerifier.Verify([], Views(Root), null, PeerRole.Client, Now));

    private static Issuer Expired { get; } = Issuer.Root("CN=Expired", notAfter: Issuer.Start.AddDays(1));

    private static PeerVerdict Verify(Issuer leaf, List<Issuer> intermediates, params Issuer[] trusted) =>
        PeerVerifier.Verify([.. Views(leaf), .. Views([.. intermediates])], Views(trusted), Host, PeerRole.Server, Now);

    private static PeerVerdict Verify(Issuer leaf, List<Issuer> intermediates, string? expectedName, Issuer? trusted = null) =>
        PeerVerifier.Verify([.. Views(leaf), .. Views([.. intermediates])], Views(trusted ?? Root), expectedName, PeerRole.Server, Now);

    private static CertificateView[] Views(params Issuer[] issuers) => [.. issuers.Select(i => new CertificateView(i.Certificate.RawData))];

    private static void AssertAccepted(PeerVerdict verdict) => Assert.Equal(new(VerifyFlags.None, 0), verdict);

    private static void AssertFlags(VerifyFlags expected, PeerVerdict verdict) => Assert.Equal(expected, verdict.Flags);
}
