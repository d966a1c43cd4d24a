using System.Diagnostics;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// An operator at the broker, by the programs mosquitto_sub and mosquitto_pub: what a person would use, and no client
/// library of ours.
/// </summary>
public sealed class MosquittoClient(MosquittoClientOptions options)
{
    // Topic and payload. The latter's bytes are whatever its sender likes: a line end among them must not begin another message.
    private const string Format = "%t %x";

    private static readonly TimeSpan s_publishLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_markLimit = TimeSpan.FromMilliseconds(250);

    private static readonly string[] s_unreachable = ["Error: Connection refused", "Lookup error", "No route to host", "unreachable", "timed out"];

    /// <summary>Subscribes and returns once messages arrive.</summary>
    /// <exception cref="HarnessException">The program is missing, or the broker refuses.</exception>
    public Task<MosquittoSubscription> SubscribeAsync(IReadOnlyList<string> topics, CancellationToken cancellation = default) =>
        BeginAsync(topics, Guid.NewGuid().ToString("N"), [], null, cancellation);

    /// <summary>Subscribes and returns once messages arrive.</summary>
    /// <param name="received">Gets each message as "topic payload"; none is kept.</param>
    /// <exception cref="HarnessException">The program is missing, or the broker refuses.</exception>
    public Task<MosquittoSubscription> SubscribeAsync(IReadOnlyList<string> topics, Action<string> received, CancellationToken cancellation = default) =>
        BeginAsync(topics, Guid.NewGuid().ToString("N"), [], received, cancellation);

    /// <summary>
    /// Subscribes under a name that the broker remembers: what is published at QoS 1 between two subscriptions of one name is received at
    /// the second's beginning, as far as the broker keeps it.
    /// </summary>
    /// <param name="session">The client id. Only one can be connected at a time.</param>
    /// <param name="received">Gets each message as "topic payload"; none is kept for <see cref="MosquittoSubscription.WaitForAsync(string, TimeSpan, CancellationToken)"/>.</param>
    /// <exception cref="HarnessException">The program is missing, or the broker refuses.</exception>
    public Task<MosquittoSubscription> SubscribeAsync(IReadOnlyList<string> topics, string session, Action<string> received, CancellationToken cancellation = default) =>
        BeginAsync(topics, session, ["-c", "-i", session, "-q", "1"], received, cancellation);

    private async Task<MosquittoSubscription> BeginAsync(IReadOnlyList<string> topics, string name, string[] more, Action<string>? received, CancellationToken cancellation)
    {
        // The program keeps its own reports in a buffer when nobody watches, but never a message: so one tells that it is ready.
        var mark = $"secureesp/subscribed/{name}";
        var process = Start("mosquitto_sub", Connection().Concat(more).Concat(["-F", Format]).Concat(topics.Append(mark).SelectMany(t => new[] { "-t", t })));
        var subscription = new MosquittoSubscription(process, mark, received);
        try
        {
            var started = Stopwatch.GetTimestamp();
            while (!await subscription.HasBegun(s_markLimit, cancellation))
            {
                if (subscription.Failure is { } failure) throw NoSession(failure);
                if (Stopwatch.GetElapsedTime(started) > options.Limit) throw Silent(options.Limit);
                await PublishAsync(mark, "begun", cancellation);
            }
            return subscription;
        }
        catch
        {
            await subscription.DisposeAsync();
            throw;
        }
    }

    /// <summary>Publishes one message, QoS 1.</summary>
    /// <exception cref="HarnessException">The program is missing, or the broker refuses.</exception>
    public async Task PublishAsync(string topic, string message, CancellationToken cancellation = default)
    {
        var run = await ProgramRun.RunAsync("mosquitto_pub", Connection().Concat(["-q", "1", "-t", topic, "-m", message]), "mosquitto-clients", s_publishLimit, input: null, cancellation);
        if (run.ExitCode == ProgramRun.CutOff) throw Silent(s_publishLimit);
        if (run.ExitCode != 0) throw NoSession(run.Words);
    }

    /// <summary>Starts to publish lines to one topic.</summary>
    /// <exception cref="HarnessException">The program is missing.</exception>
    public MosquittoPublisher Publisher(string topic) => new(Start("mosquitto_pub", Connection().Concat(["-q", "1", "-t", topic, "-l"]), input: true));

    private IEnumerable<string> Connection() =>
    [
        "-h", options.Host, "-p", options.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--cafile", options.CaFile,
        "--cert", options.Identity.Certificate, "--key", options.Identity.Key,
    ];

    private HarnessException Silent(TimeSpan limit) => new($"the broker {options.Host}:{options.Port} has not answered within {limit.TotalSeconds:0} s", "is it up, and is that its address?");

    // mosquitto's programs have one exit code for all of these.
    private HarnessException NoSession(string failure)
    {
        var why = Text.Printable(failure.Split('\n')[^1].Replace("Error: ", "", StringComparison.Ordinal));
        return s_unreachable.Any(words => failure.Contains(words, StringComparison.OrdinalIgnoreCase))
            ? new($"no connection to the broker {options.Host}:{options.Port}: {why}", "is it up, and is that its address? start one: broker", ExitCode.Missing)
            : failure.Contains("TLS error", StringComparison.Ordinal)
                ? new($"the broker {options.Host}:{options.Port} is not trusted: {why}", $"its certificate must be of this PKI, carry the name {options.Host}, and be valid now")
                : new($"no session at the broker {options.Host}:{options.Port}: {why}", "is it a broker, and does it take this certificate? its log says why it does not");
    }

    private static Process Start(string program, IEnumerable<string> arguments, bool input = false)
    {
        var path = ProgramSearch.Find(program, null) ?? throw new HarnessException($"{program} is not installed", "apt-get install mosquitto-clients", ExitCode.Missing);
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = input, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} was not started");
    }
}

/// <summary>Who connects to which broker.</summary>
public sealed record MosquittoClientOptions
{
    public required string Host { get; init; }
    public required int Port { get; init; }

    /// <summary>PEM file of the authorities that the broker's certificate must chain to.</summary>
    public required string CaFile { get; init; }

    /// <summary>The client's certificate and key.</summary>
    public required KeyPairFiles Identity { get; init; }

    /// <summary>How long a subscription may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);
}
