using System.Collections.Concurrent;
using System.Diagnostics;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>What a program that has ended left behind.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;
}

/// <summary>A program of the machine, with its output heard line by line. It never outlives the test.</summary>
public sealed class Tool : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Seen)> _waiters = [];

    private Tool(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, e) => Hear(_output, e.Data);
        _process.ErrorDataReceived += (_, e) => Hear(_error, e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>All that was heard so far.</summary>
    public string Said => string.Join('\n', _output.Concat(_error));

    public static Tool Start(string program, params string[] arguments) => new(new(program, arguments));

    public static Tool Start(string program, string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    public static Task<ToolResult> Run(string program, params string[] arguments) => Finish(Start(program, arguments), null);

    public static Task<ToolResult> RunWithInput(string input, string program, params string[] arguments) => Finish(Start(program, arguments), input);

    /// <summary>The first line, of either stream, that is wanted: one already heard or one to come.</summary>
    /// <param name="limit">60 s if left out.</param>
    public async Task<string> Line(Func<string, bool> wanted, TimeSpan? limit = null)
    {
        Task<string> seen;
        lock (_waiters)
        {
            if (_output.Concat(_error).FirstOrDefault(wanted) is { } line)
            {
                return line;
            }

            var waiter = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((wanted, waiter));
            seen = waiter.Task;
        }

        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(seen, ended, Task.Delay(limit ?? s_limit));
        if (!seen.IsCompleted)
        {
            throw first == ended
                ? new InvalidOperationException($"it ended with {_process.ExitCode} before it said that: {Said}")
                : new TimeoutException($"it did not say that in time; it said: {Said}");
        }

        return await seen;
    }

    /// <summary>Types a line.</summary>
    public async Task Type(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Sends a signal by its name, as in <c>TERM</c>.</summary>
    public Task Signal(string name) => Signal(Id, name);

    /// <summary>Sends a signal to a process; the shell's own kill, since not every machine has a program of that name.</summary>
    public static async Task Signal(int process, string name) => Assert.Equal(0, (await Run("sh", "-c", $"kill -{name} {process}")).ExitCode);

    /// <summary>SIGKILL, at once; nothing if it has ended.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Whoever watches it may hear of something only after its end.
        }
    }

    public async Task<ToolResult> End()
    {
        using var limit = new CancellationTokenSource(s_limit);
        await _process.WaitForExitAsync(limit.Token);
        return new(_process.ExitCode, string.Concat(_output.Select(l => l + "\n")), string.Concat(_error.Select(l => l + "\n")));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ToolResult> Finish(Tool tool, string? input)
    {
        await using (tool)
        {
            if (input is not null)
            {
                await tool._process.StandardInput.WriteAsync(input);
            }

            tool._process.StandardInput.Close();
            return await tool.End();
        }
    }

    private void Hear(ConcurrentQueue<string> stream, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_waiters)
        {
            stream.Enqueue(line);
            foreach (var (wanted, seen) in _waiters)
            {
                if (wanted(line))
                {
                    seen.TrySetResult(line);
                }
            }
        }
    }
}
