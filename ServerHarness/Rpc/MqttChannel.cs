using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>Calls through the broker: to the device's topic, with the answer on a topic below it that is this channel's own.</summary>
public sealed class MqttChannel : IDeviceChannel
{
    private const int MostKept = 16;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly string _deviceId;
    private readonly string _source;
    private readonly ChannelReader<string> _answers;
    private readonly MosquittoSubscription _subscription;
    private readonly MosquittoPublisher _calls;

    private MqttChannel(string deviceId, string source, ChannelReader<string> answers, MosquittoSubscription subscription, MosquittoPublisher calls)
    {
        _deviceId = deviceId;
        _source = source;
        _answers = answers;
        _subscription = subscription;
        _calls = calls;
    }

    /// <summary>Opens a channel to one device.</summary>
    /// <exception cref="HarnessException">The broker cannot be reached, or refuses.</exception>
    public static async Task<MqttChannel> OpenAsync(MosquittoClient client, string deviceId, CancellationToken cancellation)
    {
        var source = $"esp/{deviceId}/rpc/{Guid.NewGuid():N}";
        var topic = $"{source}/rpc";
        // One call waits for one answer: of more than this, the oldest are late ones to calls that were given up.
        var answers = Channel.CreateBounded<string>(new BoundedChannelOptions(MostKept) { FullMode = BoundedChannelFullMode.DropOldest });
        var subscription = await client.SubscribeAsync([topic], Hear, cancellation);
        try
        {
            return new(deviceId, source, answers.Reader, subscription, client.Publisher($"esp/{deviceId}/rpc"));
        }
        catch
        {
            await subscription.DisposeAsync();
            throw;
        }

        void Hear(string message)
        {
            if (message.StartsWith($"{topic} ", StringComparison.Ordinal)) answers.Writer.TryWrite(message[(topic.Length + 1)..]);
        }
    }

    public async Task<JsonElement> CallAsync(string method, JsonObject? arguments, CancellationToken cancellation)
    {
        var frame = CallFrame.Of(method, arguments, _source);
        while (_answers.TryRead(out _))
        {
            // Late answers to calls before.
        }

        await _calls.PublishAsync(frame.Text, cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_limit);
        try
        {
            while (true)
            {
                if (frame.Result(method, await _answers.ReadAsync(limit.Token)) is { } result) return result;
            }
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            var why = _calls.Failure is { Length: > 0 } failure ? $": {Text.Printable(failure)}" : "";
            throw new AnswerLostException($"{_deviceId} has not answered within {s_limit.TotalSeconds:0} s{why}", $"is it connected? 'online' stands on esp/{_deviceId}/status then", ExitCode.Failed, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _calls.DisposeAsync();
        }
        finally
        {
            await _subscription.DisposeAsync();
        }
    }
}
