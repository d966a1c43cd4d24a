using System.Diagnostics;
using SecureEsp.DeviceBench;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.WebBench;

// usage: WebBench [hostile [COUNT]] [kept [COUNT]]     without a name, both; exit: 0 all targets met, 1 one missed
var names = args.Where(a => a is "hostile" or "kept").ToList();
var count = args.Select(a => int.TryParse(a, out var n) ? n : 0).FirstOrDefault(n => n > 0);
var met = true;
if (names.Count == 0 || names.Contains("kept")) met &= await Kept(count > 0 ? count : 1000);
if (names.Count == 0 || names.Contains("hostile")) met &= await Hostile(count > 0 ? count : 10_000);
return met ? 0 : 1;

static async Task<bool> Kept(int count)
{
    using var desk = await WebDesk.StartAsync(operatorsOnly: true);
    using var identity = CertificateFile.ReadWithKey(desk.Operator.Certificate, desk.Operator.Key);
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
    using var connection = await KeptConnection.OpenAsync(desk.Address, identity, limit.Token);
    var request = "GET /page.css HTTP/1.1\r\nHost: esp.test\r\n\r\n"u8.ToArray();
    long before = 0;
    var clock = Stopwatch.StartNew();
    for (var i = 1; i <= count; i++)
    {
        await connection.AskAsync(request, limit.Token);
        if (i == count / 5) before = GC.GetTotalMemory(forceFullCollection: true);
    }

    var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
    Report.Figure("kept", $"requests over one connection, milliseconds each of {count}", clock.Elapsed.TotalMilliseconds / count, "ms");
    return Report.Figure("kept", $"growth of memory from {count / 5} to {count}", growth / 1024.0, "KB", 256);
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
