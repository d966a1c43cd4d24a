using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.DeviceBench;

/// <summary>IL instructions and heap bytes of what the firmware does, and the time that they would take on a board.</summary>
internal static class CostBench
{
    private const int Messages = 20;

    public static async Task<bool> RunAsync(Desk desk)
    {
        using var device = desk.Create("cost", metered: true);
        var readings = new Readings(device);
        device.PowerOn();
        await device.Board.Uart0.WaitForAsync("[run] ready", Desk.Limit);
        var page = readings.Last("HTTP/1.1 200 OK");
        Tell("power-on to the first 200 OK", page, 1);
        Tell("a request, from asking to its status line", page.Since(readings.Last("[https] GET ")), 1);
        var lines = readings.All("published /esp/log");
        Tell("a log line", lines[^1].Since(lines[0]), lines.Count - 1);
        Tell("power-on to ready", device.ReadMeter()!, 1);
        await ExchangeAsync(desk, device);
        var heard = readings.All("received esp/cost/ping");
        Tell("an MQTT message and its answer", heard[^1].Since(heard[0]), heard.Count - 1);
        return true;
    }

    private static async Task ExchangeAsync(Desk desk, Device device)
    {
        var client = desk.Operator();
        await using var heard = await client.SubscribeAsync(["esp/cost/pong"]);
        for (var i = 0; i < Messages; i++)
        {
            await client.PublishAsync("esp/cost/ping", $"message {i:00}");
            await heard.WaitForAsync($"esp/cost/pong message {i:00}", Desk.Limit);
        }
    }

    private static void Tell(string what, MeterReading reading, int times)
    {
        Report.Figure("cost", what, (double)reading.Instructions / times, "IL instructions");
        Report.Figure("cost", "   heap", (double)reading.AllocatedBytes / times, "bytes");
        Report.Figure("cost", "   on a board, at least", reading.TimeAt(MeterReading.FastBoard).TotalMilliseconds / times, "ms");
        Report.Figure("cost", "   on a board, at most", reading.TimeAt(MeterReading.SlowBoard).TotalMilliseconds / times, "ms");
    }

    /// <summary>The meter as it stood when a line was printed: taken on the thread that printed it.</summary>
    private sealed class Readings
    {
        private readonly List<(string Text, MeterReading Reading)> _taken = [];

        public Readings(Device device) => device.Board.Uart0.Written += text =>
        {
            var reading = device.ReadMeter()!;
            lock (_taken) _taken.Add((text, reading));
        };

        public IReadOnlyList<MeterReading> All(string text)
        {
            lock (_taken) return [.. _taken.Where(t => t.Text.Contains(text)).Select(t => t.Reading)];
        }

        public MeterReading Last(string text) => All(text) is { Count: > 0 } found ? found[^1] : throw new InvalidOperationException($"the firmware has not printed '{text}'");
    }
}
