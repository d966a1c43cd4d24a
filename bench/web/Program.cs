using System.Diagnostics;
using System.Globalization;
using SecureEsp.DeviceBench;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.WebBench;

// usage: WebBench [hostile [COUNT]] [kept [COUNT]]     without a name, both; exit: 0 all targets met, 1 one missed, 2 wrong usage
if (Wanted(args) is not { } wanted)
{
    Console.Error.WriteLine("error: hostile and kept are what there is, each with a whole number above 0 behind it or none");
    Console.Error.WriteLine("hint: WebBench, or WebBench hostile 1000 kept 10000");
    return 2;
}

var met = true;
if (wanted.TryGetValue("kept", out var requests)) met &= await Kept(requests);
if (wanted.TryGetValue("hostile", out var hostile)) met &= await Hostile(hostile);
return met ? 0 : 1;

// Null: wrong usage.
static Dictionary<string, int>? Wanted(string[] args)
{
    var all = new Dictionary<string, int> { ["kept"] = 1000, ["hostile"] = 10_000 };
    var wanted = new Dictionary<string, int>();
    for (var i = 0; i < args.Length; i++)
    {
        if (!all.TryGetValue(args[i], out var count)) return null;
        var name = args[i];
        if (i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var given)) (count, i) = (given, i + 1);
        if (count <= 0 || !wanted.TryAdd(name, count)) return null;
    }

    return args.Length == 0 ? all : wanted;
}

static async Task<bool> Kept(int count)
{
    using var desk = await WebDesk.StartAsync(operatorsOnly: true);
    using var identity = CertificateFile.ReadWithKey(desk.Operator.Certificate, desk.Operator.Key);
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
    using var connection = await KeptConnection.OpenAsync(desk.Address, identity, limit.Token);
    var request = "GET /page.css HTTP/1.1\r\nHost: esp.test\r\n\r\n"u8.ToArray();
    long before = 0;
    var settled = Math.Max(1, count / 5);
    var clock = Stopwatch.StartNew();
    for (var i = 1; i <= count; i++)
    {
        await connection.AskAsync(request, limit.Token);
        if (i == settled) before = GC.GetTotalMemory(forceFullCollection: true);
    }

    var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
    Report.Figure("kept", $"requests over one connection, milliseconds each of {count}", clock.Elapsed.TotalMilliseconds / count, "ms");
    return Report.Figure("kept", $"growth of memory from {settled} to {count}", growth / 1024.0, "KB", 256);
}

static async Task<bool> Hostile(int count)
{
    using var desk = await WebDesk.StartAsync(operatorsOnly: false);
    var before = desk.Life.Resources;
    var peers = new HostilePeers(desk.Address);
    var clock = Stopwatch.StartNew();
    await peers.RunAsync(count);
    Report.Figure("hostile", $"{count} hostile peers, seconds", clock.Elapsed.TotalSeconds, "s");
    foreach (var (kind, sent) in peers.Sent.OrderBy(p => p.Key)) Report.Figure("hostile", $"  {kind}", sent, "");
    Report.Figure("hostile", "answered by HTTP", peers.Answered, "");
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
    clock.Restart();
    using (var good = await KeptConnection.OpenAsync(desk.Address, null, limit.Token))
    {
        await good.AskAsync("GET / HTTP/1.1\r\nHost: esp.test\r\n\r\n"u8.ToArray(), limit.Token);
    }

    var met = Report.Figure("hostile", "a good client afterwards, to its whole answer", clock.Elapsed.TotalMilliseconds, "ms", 1000);
    SpinWait.SpinUntil(() => desk.Life.Resources == before, TimeSpan.FromSeconds(30));
    var after = desk.Life.Resources;
    met &= Report.Figure("hostile", $"threads, before {before.Threads}", after.Threads, "", before.Threads);
    met &= Report.Figure("hostile", $"sockets, before {before.Sockets}", after.Sockets, "", before.Sockets);
    return met & Report.Figure("hostile", $"TLS contexts, before {before.TlsContexts}", after.TlsContexts, "", before.TlsContexts);
}
