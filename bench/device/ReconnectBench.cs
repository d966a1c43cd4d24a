using System.Diagnostics;

namespace SecureEsp.DeviceBench;

/// <summary>A thousand sessions of one device at the broker: nothing of a finished one may stay.</summary>
internal static class ReconnectBench
{
    private const int Reconnects = 1000;
    private const int Settled = 100;
    private const double TargetGrowthMb = 1;

    public static async Task<bool> RunAsync(Desk desk)
    {
        using var relay = new TcpRelay(desk.BrokerPort);
        var reconnector = new Reconnector(relay, Reconnects, Settled);
        using var device = desk.Create("reconnects", brokerPort: relay.Port, program: reconnector.Run);
        var started = Stopwatch.GetTimestamp();
        device.PowerOn();
        var (before, after) = await reconnector.Done.WaitAsync(TimeSpan.FromMinutes(10));
        Report.Figure("reconnects", $"{Reconnects} sessions", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        Report.Figure("reconnects", $"threads after {Settled}", before.Life.Threads, "");
        Report.Figure("reconnects", $"sockets after {Settled}", before.Life.Sockets, "");
        Report.Figure("reconnects", $"memory after {Settled}", before.Bytes / 1e6, "MB");
        var met = Report.Figure("reconnects", $"threads after {Reconnects}", after.Life.Threads, "", before.Life.Threads + 1);
        met &= Report.Figure("reconnects", $"sockets after {Reconnects}", after.Life.Sockets, "", before.Life.Sockets);
        met &= Report.Figure("reconnects", $"TLS contexts after {Reconnects}", after.Life.TlsContexts, "", before.Life.TlsContexts);
        met &= Report.Figure("reconnects", "MQTT clients of earlier sessions", after.OldClients, "", 2);
        return Report.Figure("reconnects", $"growth from {Settled} to {Reconnects}", (after.Bytes - before.Bytes) / 1e6, "MB", TargetGrowthMb) && met;
    }
}
