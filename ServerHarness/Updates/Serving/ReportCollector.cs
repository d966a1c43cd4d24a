using System.Security.Cryptography;
using System.Text;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Updates.Serving;

/// <summary>
/// Hears the log topics of all devices and keeps in the store what they tell of updates. A device's own topic, esp/ID/log, is what
/// counts: the broker lets nobody else write there. What they tell while nobody listens the broker keeps for the next time.
/// </summary>
internal sealed class ReportCollector : IAsyncDisposable
{
    private const string Prefix = "esp/";
    private const string Topic = "/log";

    private readonly StoreFolder _store;
    private readonly TimeProvider _clock;
    private readonly Lock _turn = new();
    private readonly Dictionary<string, DeviceReport> _reports;
    private MosquittoSubscription? _subscription;

    private ReportCollector(StoreFolder store, TimeProvider clock)
    {
        (_store, _clock) = (store, clock);
        _reports = new(store.Reports, StringComparer.Ordinal);
    }

    /// <summary>Raised after each line that told something, with the device.</summary>
    public event Action<string, DeviceReport>? Heard;

    /// <summary>Raised where the store could not be written, with the reason; what was told is written with the next line.</summary>
    public event Action<string>? Failed;

    /// <exception cref="HarnessException">The broker refuses.</exception>
    public static async Task<ReportCollector> StartAsync(StoreFolder store, MosquittoClient client, TimeProvider clock, Action<ReportCollector> observe, CancellationToken cancellation)
    {
        var collector = new ReportCollector(store, clock);
        observe(collector);
        collector._subscription = await client.SubscribeAsync([$"{Prefix}+{Topic}"], Session(store), collector.Hear, cancellation);
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        if (_subscription is { } subscription)
        {
            await subscription.DisposeAsync();
        }
    }

    /// <param name="message">As "topic payload".</param>
    internal void Hear(string message)
    {
        var space = message.IndexOf(' ');
        if (space < 0 || !message.StartsWith(Prefix, StringComparison.Ordinal) || !message[..space].EndsWith(Topic, StringComparison.Ordinal))
        {
            return;
        }

        var device = message[Prefix.Length..(space - Topic.Length)];
        DeviceReport told;
        lock (_turn)
        {
            var before = _reports.GetValueOrDefault(device, DeviceReport.None);
            told = before.Hear(message[(space + 1)..], _clock.GetUtcNow());
            if (ReferenceEquals(before, told))
            {
                return;
            }

            _reports[device] = told;
            Write();
        }

        Heard?.Invoke(device, told);
    }

    /// <summary>One for each store, the same at every start.</summary>
    private static string Session(StoreFolder store) => $"secureesp-reports-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(store.Folder))[..8])}";

    // A full disk must not end the server.
    private void Write()
    {
        try
        {
            _store.WriteReports(_reports);
        }
        catch (Exception e) when (e is HarnessException or IOException or UnauthorizedAccessException)
        {
            Failed?.Invoke(e.Message);
        }
    }
}
