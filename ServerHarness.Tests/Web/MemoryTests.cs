using System.Text;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.WebBench;
using Xunit.Abstractions;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>What a kept connection costs. Nothing runs beside it: the memory that is measured is the whole process's.</summary>
[Collection(Alone)]
public sealed class MemoryTests(WebFixture web, ITestOutputHelper output) : IClassFixture<WebFixture>
{
    public const string Alone = "memory is measured";

    private const int Calls = 1000;

    [TimedTheory]
    [InlineData("GET /page.css HTTP/1.1\r\nHost: esp.test\r\n\r\n", "[web] GET /page.css 200 ")]
    [InlineData("GET /rpc/RPC.Describe?name=%22FS.List%22 HTTP/1.1\r\nHost: esp.test\r\n\r\n", "[rpc] RPC.Describe by https")]
    [InlineData("POST /rpc HTTP/1.1\r\nHost: esp.test\r\nContent-Length: 42\r\n\r\n{\"id\": 1632114517283, \"method\":\"RPC.List\"}", "[rpc] RPC.List by https")]
    public async Task A_thousand_calls_take_one_handshake_and_no_more_memory(string call, string told)
    {
        var request = Encoding.ASCII.GetBytes(call);
        using var identity = CertificateFile.ReadWithKey(web.Shown("right")!.Certificate, web.Shown("right")!.Key);
        using var limit = new CancellationTokenSource(WebFixture.Limit);
        var from = web.Console.Position;
        using var connection = await KeptConnection.OpenAsync(web.Address, identity, limit.Token);
        var before = web.Life.Resources;
        long settled = 0;
        for (var i = 1; i <= Calls; i++)
        {
            Assert.StartsWith("HTTP/1.1 200 OK", (await connection.AskAsync(request, limit.Token)).Head);
            if (i == Calls / 5) settled = GC.GetTotalMemory(forceFullCollection: true);
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - settled;
        output.WriteLine($"memory grew by {growth:#,0} bytes over {Calls * 4 / 5} calls");
        await web.Says(told, from);
        Assert.Single(web.Console.Output[(int)from..].Split("[web] connected").Skip(1));

        // The virtual console keeps its text: some forty bytes of it, twice, for each line.
        Assert.InRange(growth, long.MinValue, 1_000_000);
        Assert.InRange(web.Life.Resources.Threads, 0, before.Threads);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Collection;
}
