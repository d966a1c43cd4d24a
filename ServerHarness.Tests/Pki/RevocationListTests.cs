using System.Formats.Asn1;
using SecureEsp.ServerHarness.Pki;
using RevocationLists = SecureEsp.ServerHarness.Tests.Support.RevocationLists;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>The reader of revocation lists, strict to the byte.</summary>
public sealed class RevocationListTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private const string Sha256 = "1.2.840.10045.4.3.2";

    private static readonly Asn1Tag s_extensions = new(TagClass.ContextSpecific, 0);

    private byte[] Real => RevocationLists.Der(RevocationLists.Pem(fixture.Pki, "intermediate", [fixture.Device.Certificate]));

    [Fact]
    public void A_real_list_is_read()
    {
        var list = RevocationList.Read(Real);
        Assert.Equal(1, list.Count);
        Assert.Equal(TimeSpan.FromDays(1), list.NextUpdate - list.ThisUpdate);
        using var device = CertificateFile.ReadAll(fixture.Device.Certificate)[0];
        Assert.True(list.Revokes(device.SerialNumberBytes.Span));
        Assert.True(list.Revokes([0, .. device.SerialNumberBytes.Span]));
        Assert.False(list.Revokes([1, .. device.SerialNumberBytes.Span]));
    }

    [TimedFact]
    public async Task A_list_that_openssl_has_made_is_read()
    {
        using var folder = new TemporaryFolder();
        var authority = fixture.Pki.Layout.Authority("intermediate");
        await File.WriteAllTextAsync(folder.File("index.txt"), "R\t300101000000Z\t260101000000Z\t0ABC\tunknown\t/CN=dev-9\n");
        await File.WriteAllTextAsync(folder.File("crlnumber"), "01\n");
        await File.WriteAllTextAsync(folder.File("ca.cnf"), $"[ca]\ndefault_ca=d\n[d]\ndatabase={folder.File("index.txt")}\ncrlnumber={folder.File("crlnumber")}\ndefault_md=sha256\ndefault_crl_days=7\n");
        var made = await Tool.Run(
            "openssl", "ca", "-gencrl", "-config", folder.File("ca.cnf"), "-keyfile", authority.Key, "-cert", authority.Certificate, "-out", folder.File("crl.pem"));
        Assert.True(made.ExitCode == 0, made.All);
        Assert.True(RevocationList.Read(RevocationLists.Der(await File.ReadAllTextAsync(folder.File("crl.pem")))).Revokes([0x0A, 0xBC]));
    }

    [Theory]
    [InlineData("2.5.29.27", true)]
    [InlineData("2.5.29.27", false)]
    [InlineData("2.5.29.28", true)]
    [InlineData("2.5.29.28", false)]
    [InlineData("1.2.3.4", true)]
    public void A_list_that_speaks_of_a_part_only_or_of_something_unknown_is_refused(string extension, bool critical) =>
        Refused(List(w => Extension(w, extension, critical)), extension);

    [Fact]
    public void An_unknown_extension_that_is_not_critical_is_no_harm() => RevocationList.Read(List(w => Extension(w, "1.2.3.4", critical: false)));

    [Fact]
    public void Version_1_is_refused() => Refused(List(version: 0), "not of version 2");

    [Fact]
    public void A_list_without_an_end_is_refused() => Refused(List(nextUpdate: null), null);

    [Fact]
    public void A_list_that_ends_before_it_begins_is_refused() => Refused(List(nextUpdate: new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero)), "ends before it begins");

    [Fact]
    public void Two_signature_algorithms_are_refused() => Refused(List(outerAlgorithm: "1.2.840.10045.4.3.3"), "two signature algorithms");

    [Fact]
    public void Whatever_follows_it_is_refused() => Refused([.. Real, 0], null);

    [Fact]
    public void A_list_cut_off_anywhere_is_refused()
    {
        var real = Real;
        for (var length = 0; length < real.Length; length++)
        {
            Refused(real[..length], null);
        }
    }

    [Fact]
    public void No_changed_byte_passes_as_the_authoritys_word()
    {
        var real = Real;
        using var authority = CertificateFile.ReadAll(fixture.Pki.Layout.Authority("intermediate").Certificate)[0];
        using var key = IssuerKey.Of(authority);
        Assert.True(RevocationList.Read(real).Envelope.IsSignedBy(key));
        for (var i = 0; i < real.Length; i++)
        {
            var changed = (byte[])real.Clone();
            changed[i] ^= 1;
            Assert.False(Signed(changed, key), $"byte {i}");
        }
    }

    private static bool Signed(byte[] der, System.Security.Cryptography.AsymmetricAlgorithm key)
    {
        try
        {
            return RevocationList.Read(der).Envelope.IsSignedBy(key);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static void Refused(byte[] der, string? reason)
    {
        var e = Assert.Throws<AsnContentException>(() => RevocationList.Read(der));
        Assert.Contains(reason ?? "", e.Message);
    }

    private static byte[] List(Action<AsnWriter>? extension = null, int version = 1, string outerAlgorithm = Sha256) =>
        List(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), extension, version, outerAlgorithm);

    private static byte[] List(DateTimeOffset? nextUpdate, Action<AsnWriter>? extension = null, int version = 1, string outerAlgorithm = Sha256)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(version);
                Algorithm(writer, Sha256);
                using (writer.PushSequence())
                {
                }

                writer.WriteUtcTime(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
                if (nextUpdate is { } end)
                {
                    writer.WriteUtcTime(end);
                }

                if (extension is not null)
                {
                    using (writer.PushSequence(s_extensions))
                    using (writer.PushSequence())
                    {
                        extension(writer);
                    }
                }
            }

            Algorithm(writer, outerAlgorithm);
            writer.WriteBitString([1, 2, 3]);
        }

        return writer.Encode();
    }

    private static void Algorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }

    private static void Extension(AsnWriter writer, string oid, bool critical)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString([]);
        }
    }
}
