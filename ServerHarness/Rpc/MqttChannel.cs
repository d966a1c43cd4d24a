using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Rpc;

/// <summary>Calls through the broker: to the device's topic, with the answer on a topic below it that is this channel's own.</summary>
public sealed class MqttChannel : IDeviceChannel
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly string _deviceId;
    private readonly string _source;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<string>> _waiting;
    private readonly MosquittoSubscription _answers;
    private readonly MosquittoPublisher _calls;

    private MqttChannel(
        string deviceId, string source, ConcurrentDictionary<long, TaskCompletionSource<string>> waiting, MosquittoSubscription answers, MosquittoPublisher calls)
    {
        _deviceId = deviceId;
        _source = source;
        _waiting = waiting;
        _answers = answers;
        _calls = calls;
    }

    /// <summary>Opens a channel to one device.</summary>
    /// <exception cref="HarnessException">The broker cannot be reached, or refuses.</exception>
    public static async Task<MqttChannel> OpenAsync(MosquittoClient client, string deviceId, CancellationToken cancellation)
    {
        var source = $"esp/{deviceId}/rpc/{Guid.NewGuid():N}";
        var topic = $"{source}/rpc";
        var waiting = new ConcurrentDictionary<long, TaskCompletionSource<string>>();
        var answers = await client.SubscribeAsync([topic], Hear, cancellation);
        try
        {
            return new(deviceId, source, waiting, answers, client.Publisher($"esp/{deviceId}/rpc"));
        }
        catch
        {
            await answers.DisposeAsync();
            throw;
        }

        // All of them are of this topic. What answers no call that waits is not kept.
        void Hear(string message)
        {
            var answer = message[(topic.Length + 1)..];
            if (CallFrame.IdOf(answer) is { } id && waiting.TryGetValue(id, out var call)) call.TrySetResult(answer);
        }
    }

    public async Task<JsonElement> CallAsync(string method, JsonObject? arguments, CancellationToken cancellation)
    {
        var frame = CallFrame.Of(method, arguments, _source);
        var answer = _waiting[frame.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _calls.PublishAsync(frame.Text, cancellation);
            return frame.Result(method, await answer.Task.WaitAsync(s_limit, cancellation))
                ?? throw new HarnessException($"{method}: the answer is one to another call", "is the broker's access by the rules of: broker config");
        }
        catch (TimeoutException e)
        {
            var why = _calls.Failure is { Length: > 0 } failure ? $": {Text.Printable(failure)}" : "";
            throw new AnswerLostException($"{_deviceId} has not answered within {s_limit.TotalSeconds:0} s{why}", $"is it connected? 'online' stands on esp/{_deviceId}/status then", ExitCode.Failed, e);
        }
        finally
        {
            _waiting.TryRemove(frame.Id, out _);
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
            await _answers.DisposeAsync();
        }
    }
}
