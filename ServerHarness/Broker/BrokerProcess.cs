using System.ComponentModel;
using System.Diagnostics;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>One life of the mosquitto program: started, heard, asked to end, and killed if it does not.</summary>
internal sealed class BrokerProcess : IAsyncDisposable
{
    private const int TailLimit = 20;

    private readonly Process _process;
    private readonly Queue<string> _tail = new();
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrokerProcess(Process process, Action<string> output)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Hear(e.Data, output);
        process.ErrorDataReceived += (_, e) => Hear(e.Data, output);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        Ended = End();
    }

    /// <summary>The process id.</summary>
    public int Id { get; private init; }

    /// <summary>Completes with the exit code once the process has ended and all its output was heard.</summary>
    public Task<int> Ended { get; }

    /// <summary>Whether it was asked to end.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>The last lines it wrote.</summary>
    public IReadOnlyList<string> Tail
    {
        get
        {
            lock (_tail)
            {
                return [.. _tail];
            }
        }
    }

    public static BrokerProcess Start(string program, string configuration, Action<string> output)
    {
        var start = new ProcessStartInfo(program, ["-c", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("no process was started");
            return new(process, output) { Id = process.Id };
        }
        catch (Win32Exception e)
        {
            throw BrokerFailure.NotExecutable(program, e);
        }
    }

    /// <summary>Waits until it says that it listens.</summary>
    /// <returns>False if it ended instead.</returns>
    /// <exception cref="TimeoutException">It did neither in time.</exception>
    public async Task<bool> Ready(TimeSpan limit, CancellationToken cancellation)
    {
        await Task.WhenAny(_running.Task, Ended).WaitAsync(limit, cancellation);

        // It may have said so and ended right afterwards: then both are complete, and it was ready.
        return _running.Task.IsCompleted;
    }

    /// <summary>Has it read certificates, keys and rules again; connections stay.</summary>
    public void Reload()
    {
        if (!_process.HasExited)
        {
            _ = Native.kill(Id, Native.SIGHUP);
        }
    }

    /// <summary>SIGTERM, and SIGKILL if that is not obeyed in time.</summary>
    public async Task<int> Stop(TimeSpan limit)
    {
        WasAsked = true;
        if (!_process.HasExited)
        {
            _ = Native.kill(Id, Native.SIGTERM);
        }

        try
        {
            return await Ended.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            return await Ended;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await Ended;
        _process.Dispose();
    }

    private async Task<int> End()
    {
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private void Hear(string? line, Action<string> output)
    {
        if (line is null)
        {
            return;
        }

        lock (_tail)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLimit)
            {
                _tail.Dequeue();
            }
        }

        // "mosquitto version 2.0.11 running": said once every listener is bound.
        if (line.Contains("mosquitto version", StringComparison.Ordinal) && line.EndsWith(" running", StringComparison.Ordinal))
        {
            _running.TrySetResult();
        }

        output(line);
    }

    // If this process ends without disposing, the broker must not stay behind.
    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }
}
