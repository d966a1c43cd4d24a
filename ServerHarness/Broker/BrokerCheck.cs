using System.Runtime.CompilerServices;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// Tries a running broker with mosquitto's own clients: what must get through, and what must not. Messages are retained and
/// then read, so that nothing depends on time; they are removed at the end.
/// </summary>
public sealed class BrokerCheck(BrokerCheckOptions options)
{
    private const string Stranger = "not-this-device";

    // Of this check alone, whatever else goes on at the broker.
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"secureesp-check-{Guid.NewGuid():N}");

    private string Own => $"esp/{options.DeviceId}/app/check/{_mark}";

    private string Foreign => $"esp/{Stranger}/app/check/{_mark}";

    /// <summary>Runs the checks, one after the other.</summary>
    /// <exception cref="HarnessException">The broker cannot be reached, or the clients are not installed.</exception>
    public async IAsyncEnumerable<BrokerFinding> RunAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (device, @operator) = (options.DeviceId, options.OperatorName);
        await Reach(cancellation);
        try
        {
            yield return await Delivery($"{device} publishes to its own topic, {@operator} receives it", options.Device, options.Operator, Own, cancellation);
            yield return await Delivery($"{@operator} publishes to {device}'s topic, {device} receives it", options.Operator, options.Device, Own, cancellation);
            yield return await Denied($"{device} may not publish to another device's topic", options.Device, Foreign, cancellation);
            yield return await Denied($"{device} may not call a device, not even itself", options.Device, $"esp/{device}/rpc", cancellation);
            yield return await NotHeard($"{device} does not hear another device's topic", cancellation);
            yield return await Refused("no session without a certificate", null, cancellation);
            yield return await Refused("no session with a certificate of another CA", OfAnotherCa(), cancellation);
            yield return Refusal("no session without TLS", await ClientProgram.PublishPlain(options, Own, cancellation));
        }
        finally
        {
            await Clear();
        }
    }

    // What stops the very first message is no finding about rules: the broker is down, or not the one that is meant.
    private async Task Reach(CancellationToken cancellation)
    {
        var run = await ClientProgram.Publish(options, options.Operator, Own, "", retain: false, cancellation);
        if (run.ExitCode != 0)
        {
            throw new HarnessException(
                $"no session with the broker at {options.Host}:{options.Port} as {options.OperatorName}: {Text.Printable(run.Words)}",
                "is it up, is it this PKI's, and does its certificate carry that host name? start one: broker", ExitCode.Missing);
        }
    }

    private async Task<BrokerFinding> Delivery(string rule, KeyPairFiles from, KeyPairFiles to, string topic, CancellationToken cancellation)
    {
        var text = Guid.NewGuid().ToString("N");
        var sent = await ClientProgram.Publish(options, from, topic, text, retain: true, cancellation);
        if (sent.ExitCode != 0 || sent.Words.Length > 0)
        {
            return new(rule, false, sent.Words);
        }

        var heard = await ClientProgram.First(options, to, [topic], cancellation);
        return heard.Text == text ? new(rule, true, "received") : new(rule, false, $"not received: {heard.Words}");
    }

    private async Task<BrokerFinding> Denied(string rule, KeyPairFiles shown, string topic, CancellationToken cancellation)
    {
        var run = await ClientProgram.Publish(options, shown, topic, "intruder", retain: false, cancellation);
        return new(rule, run.Words.Contains("Not authorized", StringComparison.OrdinalIgnoreCase), run.Words.Length > 0 ? run.Words : "it was accepted");
    }

    // Retained messages come in the order of the topics subscribed to: the foreign one would be first.
    private async Task<BrokerFinding> NotHeard(string rule, CancellationToken cancellation)
    {
        await ClientProgram.Publish(options, options.Operator, Foreign, "foreign", retain: true, cancellation);
        await ClientProgram.Publish(options, options.Operator, Own, "own", retain: true, cancellation);
        var heard = await ClientProgram.First(options, options.Device, [Foreign, Own], cancellation);
        return new(rule, heard.Text == "own", heard.Text == "own" ? "only its own is delivered" : $"heard '{heard.Text}' {heard.Words}".TrimEnd());
    }

    private async Task<BrokerFinding> Refused(string rule, KeyPairFiles? shown, CancellationToken cancellation) =>
        Refusal(rule, await ClientProgram.Publish(options, shown, Own, "intruder", retain: false, cancellation));

    private static BrokerFinding Refusal(string rule, ProgramRun run) =>
        new(rule, run.ExitCode != 0, run.ExitCode != 0 ? run.Words : "it was accepted");

    // It claims to be the same device: only the CA differs.
    private KeyPairFiles OfAnotherCa()
    {
        var other = PkiFolder.OpenOrCreate(_folder);
        other.IssueDevice(options.DeviceId);
        return other.Layout.Device(options.DeviceId);
    }

    private async Task Clear()
    {
        foreach (var topic in new[] { Own, Foreign })
        {
            await ClientProgram.Publish(options, options.Operator, topic, "", retain: true, CancellationToken.None);
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
