using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>A running mosquitto_sub and what it has received.</summary>
public sealed class MosquittoSubscription : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _mark;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _errors;
    private readonly Lock _lock = new();
    private readonly List<string> _messages = [];
    private readonly bool _keeps;
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource<string> Found)> _waiting = [];

    /// <param name="mark">A topic of its own, whose messages tell that it has begun and nothing else.</param>
    /// <param name="received">Gets each message from the first one on, and then none is kept here; null where they are to be kept.</param>
    internal MosquittoSubscription(Process process, string mark, Action<string>? received)
    {
        (_process, _mark, _keeps) = (process, mark, received is null);
        Received += received;
        _errors = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>Raised with each message as "topic payload".</summary>
    public event Action<string>? Received;

    /// <summary>What the program said at its end; null while it runs.</summary>
    internal string? Failure => _process.HasExited ? _errors.Result.Trim() : null;

    internal async Task<bool> HasBegun(TimeSpan limit, CancellationToken cancellation) =>
        await Task.WhenAny(_begun.Task, _process.WaitForExitAsync(cancellation), Task.Delay(limit, cancellation)) == _begun.Task;

    /// <summary>Waits for a message, received before or to come.</summary>
    /// <param name="message">As "topic payload".</param>
    /// <exception cref="TimeoutException">It did not come within the limit.</exception>
    public Task<string> WaitForAsync(string message, TimeSpan limit, CancellationToken cancellation = default) =>
        WaitForAsync(m => m == message, $"\"{message}\"", limit, cancellation);

    /// <inheritdoc cref="WaitForAsync(string, TimeSpan, CancellationToken)"/>
    public async Task<string> WaitForAsync(Func<string, bool> matches, string what, TimeSpan limit, CancellationToken cancellation = default)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiter = (matches, found);
        lock (_lock)
        {
            if (_messages.FirstOrDefault(matches) is { } message) return message;
            _waiting.Add(waiter);
        }

        try
        {
            return await found.Task.WaitAsync(limit, cancellation);
        }
        catch (TimeoutException)
        {
            lock (_lock) throw new TimeoutException($"{what} was not received within {limit.TotalSeconds:0} s; received: {string.Join(" | ", _messages)}");
        }
        finally
        {
            lock (_lock) _waiting.Remove(waiter);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null || Message(line) is not { } message) return;
        if (message.StartsWith(_mark, StringComparison.Ordinal))
        {
            _begun.TrySetResult();
            return;
        }
        lock (_lock)
        {
            if (_keeps) _messages.Add(message);
            foreach (var (_, found) in _waiting.Where(w => w.Matches(message))) found.TrySetResult(message);
        }
        Received?.Invoke(message);
    }

    // The payload comes in hexadecimal digits. Null: half a line of a program that was ended.
    private static string? Message(string line)
    {
        var payload = line.LastIndexOf(' ') + 1;
        var bytes = new byte[(line.Length - payload) / 2];
        return payload > 0 && Convert.FromHexString(line.AsSpan(payload), bytes, out _, out _) == OperationStatus.Done ? line[..payload] + Encoding.UTF8.GetString(bytes) : null;
    }
}
