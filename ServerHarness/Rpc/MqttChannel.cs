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
    private readonly MosquittoSubscription _answers;
    private readonly MosquittoPublisher _calls;

    private MqttChannel(string deviceId, string source, MosquittoSubscription answers, MosquittoPublisher calls)
    {
        _deviceId = deviceId;
        _source = source;
        _answers = answers;
        _calls = calls;
    }

    /// <summary>Opens a channel to one device.</summary>
    /// <exception cref="HarnessException">The broker cannot be reached, or refuses.</exception>
    public static async Task<MqttChannel> OpenAsync(MosquittoClient client, string deviceId, CancellationToken cancellation)
    {
        var source = $"esp/{deviceId}/rpc/{Guid.NewGuid():N}";
        var answers = await client.SubscribeAsync([$"{source}/rpc"], cancellation);
        try
        {
            return new(deviceId, source, answers, client.Publisher($"esp/{deviceId}/rpc"));
        }
        catch
        {
            await answers.DisposeAsync();
            throw;
        }
    }

    public async Task<JsonElement> CallAsync(string method, JsonObject? arguments, CancellationToken cancellation)
    {
        var frame = CallFrame.Of(method, arguments, _source);
        var topic = $"{_source}/rpc ";
        var id = $"\"id\":{frame.Id},";
        await _calls.PublishAsync(frame.Text, cancellation);
        try
        {
            var answer = await _answers.WaitForAsync(
                m => m.StartsWith(topic, StringComparison.Ordinal) && m.Contains(id, StringComparison.Ordinal), $"the answer to {method}", s_limit, cancellation);
            return frame.Result(method, answer[topic.Length..])
                ?? throw new HarnessException($"{method}: the answer is one to another call", "is the broker's access by the rules of: broker config");
        }
        catch (TimeoutException e)
        {
            var why = _calls.Failure is { Length: > 0 } failure ? $": {Text.Printable(failure)}" : "";
            throw new HarnessException($"{_deviceId} has not answered within {s_limit.TotalSeconds:0} s{why}", $"is it connected? 'online' stands on esp/{_deviceId}/status then", ExitCode.Failed, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _calls.DisposeAsync();
        await _answers.DisposeAsync();
    }
}
