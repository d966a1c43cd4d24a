using SecureEsp.ServerHarness.Mtls;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Mtls;

/// <summary>One connection between our client and our server.</summary>
internal static class MtlsPair
{
    /// <summary>A good client of the fixture's PKI.</summary>
    public static MtlsOptions Client(PkiFixture fixture, int port) => new()
    {
        CaFile = fixture.Root, Identity = fixture.Device, Host = "localhost", ServerName = PkiFixture.ServerName, Port = port, Limit = TimeSpan.FromSeconds(60),
    };

    /// <summary>A good server of the fixture's PKI.</summary>
    public static MtlsOptions Server(PkiFixture fixture) => new()
    {
        CaFile = fixture.Pki.Layout.CaChain, Identity = fixture.Server, Port = 0, Limit = TimeSpan.FromSeconds(60),
    };

    public static async Task<(MtlsOutcome Server, MtlsOutcome Client)> Meet(MtlsOptions serverOptions, Func<int, MtlsOptions> client)
    {
        using var server = MtlsServer.Start(serverOptions, _ => { });
        MtlsOutcome? seen = null;
        var serving = server.RunAsync(outcome => seen = outcome, connections: 1, CancellationToken.None);
        var outcome = await MtlsClient.RunAsync(client(server.Port), _ => { });
        await serving;
        return (seen!, outcome);
    }

}
