using System.Diagnostics;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>A running mosquitto_pub that publishes lines to one topic, QoS 1, over one connection. Its messages are not seen in the list of processes.</summary>
public sealed class MosquittoPublisher : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Task<string> _errors;

    internal MosquittoPublisher(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What the program said at its end; null while it runs.</summary>
    internal string? Failure => _process.HasExited ? _errors.Result.Trim() : null;

    /// <summary>Publishes a message that is one line.</summary>
    /// <exception cref="HarnessException">The program has ended.</exception>
    public async Task PublishAsync(string line, CancellationToken cancellation = default)
    {
        try
        {
            await _process.StandardInput.WriteAsync((line + "\n").AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException e)
        {
            await _process.WaitForExitAsync(cancellation).WaitAsync(s_limit, cancellation);
            throw new HarnessException($"mosquitto_pub has ended: {Text.Printable(Failure ?? "")}", "is the broker up, and does the certificate fit its CA?", inner: e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(s_limit);
        _process.Dispose();
    }
}
