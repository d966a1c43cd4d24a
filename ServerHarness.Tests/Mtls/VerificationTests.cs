using SecureEsp.ServerHarness.Mtls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Tests.Mtls;

/// <summary>Whom each side refuses, by which of mbedTLS's codes and flags, and that the other side never takes it for a success.</summary>
public sealed class VerificationTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    [TimedTheory]
    [InlineData("another CA of the same names", -9984, VerifyFlags.NotTrusted)]
    [InlineData("self-signed", -9984, VerifyFlags.NotTrusted)]
    [InlineData("an operator's certificate", -9984, VerifyFlags.NotTrusted)]
    [InlineData("signed by a device", -9984, VerifyFlags.NotTrusted)]
    [InlineData("signed by a CA below the intermediate", -9984, VerifyFlags.NotTrusted)]
    [InlineData("expired", -9984, VerifyFlags.Expired)]
    [InlineData("not yet valid", -9984, VerifyFlags.Future)]
    [InlineData("a server's certificate", -0x7A00, VerifyFlags.ExtendedKeyUsage)]
    [InlineData("the intermediate CA", -0x7A00, VerifyFlags.KeyUsage)]
    [InlineData("no digitalSignature", -0x7A00, VerifyFlags.KeyUsage)]
    public async Task A_bad_client_is_refused_and_knows_it(string shown, int code, VerifyFlags flags)
    {
        var (server, client) = await MtlsPair.Meet(MtlsPair.Server(fixture), port => MtlsPair.Client(fixture, port) with { Identity = fixture.Shown(shown) });
        Assert.Equal((code, flags), (server.Error!.Code, server.Flags));
        Assert.Equal(-80, client.Error?.Code);
    }

    [TimedTheory]
    [InlineData("another CA of the same names", VerifyFlags.NotTrusted)]
    [InlineData("self-signed", VerifyFlags.NotTrusted)]
    [InlineData("expired", VerifyFlags.Expired)]
    public async Task A_bad_server_is_refused_and_is_not_shown_our_certificate(string shown, VerifyFlags flag)
    {
        var (server, client) = await MtlsPair.Meet(MtlsPair.Server(fixture) with { Identity = fixture.Shown(shown) }, port => MtlsPair.Client(fixture, port));
        Assert.Equal(-9984, client.Error!.Code);

        // All of them are devices' certificates, too.
        Assert.Equal(flag | VerifyFlags.ExtendedKeyUsage, client.Flags & ~VerifyFlags.NameMismatch);
        Assert.Equal((-80, 0), (server.Error?.Code, server.Peer.Count));
    }

    [TimedFact]
    public async Task A_device_cannot_pass_as_a_server_under_its_own_name()
    {
        // Chain, dates and name are good: only the purpose is another.
        var (_, client) = await MtlsPair.Meet(
            MtlsPair.Server(fixture) with { Identity = fixture.Device }, port => MtlsPair.Client(fixture, port) with { ServerName = "dev-1" });
        Assert.Equal((-0x7A00, VerifyFlags.ExtendedKeyUsage), (client.Error!.Code, client.Flags));
    }

    [TimedTheory]
    [InlineData("server.test", true)]
    [InlineData("SERVER.test", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("other.test", false)]
    [InlineData("127.0.0.2", false)]
    [InlineData("x.server.test", false)]
    public async Task The_servers_name_is_checked(string asked, bool accepted)
    {
        var (_, client) = await MtlsPair.Meet(MtlsPair.Server(fixture), port => MtlsPair.Client(fixture, port) with { ServerName = asked });
        Assert.Equal(accepted, client.IsVerified);
        Assert.Equal(accepted ? VerifyFlags.None : VerifyFlags.NameMismatch, client.Flags);
    }

    [TimedFact]
    public async Task The_name_that_is_connected_to_is_the_name_that_is_checked()
    {
        var (_, client) = await MtlsPair.Meet(
            MtlsPair.Server(fixture) with { Identity = fixture.Other.Layout.Server(PkiFixture.ServerName), CaFile = fixture.Other.Layout.CaChain },
            port => MtlsPair.Client(fixture, port) with { ServerName = null, CaFile = fixture.Other.Layout.CaChain });
        Assert.Equal(VerifyFlags.NameMismatch, client.Flags);
    }

    [TimedFact]
    public async Task Years_later_both_sides_see_that_the_other_has_expired()
    {
        var later = FixedClock.DaysFromNow(800);
        var (server, client) = await MtlsPair.Meet(MtlsPair.Server(fixture), port => MtlsPair.Client(fixture, port) with { Clock = later });
        Assert.Equal(VerifyFlags.Expired, client.Flags);
        Assert.False(server.IsVerified);
        (server, client) = await MtlsPair.Meet(MtlsPair.Server(fixture) with { Clock = later }, port => MtlsPair.Client(fixture, port));
        Assert.Equal(VerifyFlags.Expired, server.Flags);
        Assert.False(client.IsVerified);
    }

    [Fact]
    public void Each_of_the_twenty_flags_has_a_text_of_its_own()
    {
        var all = Enumerable.Range(0, 20).Select(bit => VerifyText.Of((VerifyFlags)(1u << bit)).Single()).ToArray();
        Assert.Equal(20, all.Distinct().Count());
        Assert.Equal(all, VerifyText.Of((VerifyFlags)0xFFFFF));
        Assert.Empty(VerifyText.Of(VerifyFlags.None));
    }
}
