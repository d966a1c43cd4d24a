using SecureEsp.DeviceBench;

// usage: DeviceBench [boot] [reboots] [fleet] [cost] [reconnects] [download]     without a name, all; exit: 0 all targets met, 1 one missed, 2 wrong usage
var benches = new Dictionary<string, Func<Desk, Task<bool>>>
{
    ["boot"] = BootBench.RunAsync,
    ["reboots"] = RebootBench.RunAsync,
    ["fleet"] = FleetBench.RunAsync,
    ["cost"] = CostBench.RunAsync,
    ["reconnects"] = ReconnectBench.RunAsync,
    ["download"] = DownloadBench.RunAsync,
};
if (args.FirstOrDefault(a => !benches.ContainsKey(a)) is { } unknown)
{
    Console.Error.WriteLine($"error: no benchmark '{unknown}'");
    Console.Error.WriteLine($"hint: one or more of {string.Join(", ", benches.Keys)}");
    return 2;
}

await using var desk = await Desk.StartAsync();
var met = true;
foreach (var name in args.Length > 0 ? args : [.. benches.Keys]) met &= await benches[name](desk);
return met ? 0 : 1;
