using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureEsp.ServerHarness.Browsing;

/// <summary>One connection of the DevTools protocol: calls and their answers, and events.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private const int LongestMessage = 64 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private Task _reading = Task.CompletedTask;
    private int _calls;

    private DevTools()
    {
    }

    /// <summary>A method's name, its parameters, and the session that it belongs to.</summary>
    public event Action<string, JsonObject, string?>? Happened;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        try
        {
            await tools._socket.ConnectAsync(address, cancellation);
        }
        catch
        {
            await tools.DisposeAsync();
            throw;
        }

        tools._reading = tools.ReadAsync();
        return tools;
    }

    /// <summary>Calls a method.</summary>
    /// <param name="session">The attached target; null for the browser.</param>
    /// <exception cref="HarnessException">The browser answers with an error, or is gone.</exception>
    public async Task<JsonObject> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _calls);
        var answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null) message["sessionId"] = session;
        try
        {
            await SendAsync(message, cancellation);
            var result = await answer.Task.WaitAsync(cancellation);
            return result["error"] is { } error
                ? throw new HarnessException($"the browser refuses {method}: {error}", "this is a defect of secureesp")
                : result["result"] as JsonObject ?? [];
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _ended.Dispose();
    }

    private async Task SendAsync(JsonObject message, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        catch (WebSocketException e)
        {
            throw new HarnessException($"the browser is gone: {e.Message}", "run it again", ExitCode.Failed, e);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[65536];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, _ended.Token);
                if (part.MessageType == WebSocketMessageType.Close || message.Length > LongestMessage) break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                Take(message.GetBuffer().AsSpan(0, (int)message.Length));
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // told to whoever waits
        }
        finally
        {
            foreach (var waiting in _waiting.Values) waiting.TrySetException(new HarnessException("the browser has ended", "run it again"));
        }
    }

    private void Take(ReadOnlySpan<byte> text)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject message) return;
            if (message["id"] is { } id)
            {
                if (_waiting.TryRemove((int)id, out var waiting)) waiting.TrySetResult(message);
            }
            else if (message["method"] is { } method)
            {
                Happened?.Invoke((string)method!, message["params"] as JsonObject ?? [], (string?)message["sessionId"]);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            // No message of the protocol. Whoever waits for another one has a limit.
        }
    }
}
