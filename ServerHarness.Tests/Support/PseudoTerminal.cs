using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>A program in a terminal that echoes what is typed, as a person's does: util-linux's <c>script</c> holds its other end.</summary>
public sealed partial class PseudoTerminal : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _script;
    private readonly StringBuilder _shown = new();
    private readonly Task _reading;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PseudoTerminal(ProcessStartInfo start)
    {
        _script = Process.Start(start)!;
        _reading = Read();
    }

    /// <summary>All that a person would have seen so far, without colours; a prompt too, which ends no line.</summary>
    public string Shown
    {
        get
        {
            lock (_shown) return ControlSequence().Replace(_shown.ToString(), "");
        }
    }

    public static PseudoTerminal Start(string folder, params string[] command)
    {
        // By itself script switches the echo off when its own input is no terminal.
        string[] arguments = ["--quiet", "--return", "--echo", "always", "--command", string.Join(' ', command.Select(Quote)), "/dev/null"];
        var start = new ProcessStartInfo("script", arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var variable in new[] { "SECUREESP_CA_PASSPHRASE", "SECUREESP_KEY_PASSPHRASE" }) start.Environment.Remove(variable);
        (start.Environment["TERM"], start.Environment["SHELL"]) = ("xterm", "/bin/sh");
        return new(start);
    }

    /// <summary>Waits until a text is shown.</summary>
    public async Task WaitFor(string text)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (true)
        {
            Task more;
            lock (_shown)
            {
                if (Shown.Contains(text, StringComparison.Ordinal)) return;
                more = _more.Task;
            }

            if (_reading.IsCompleted && !more.IsCompleted) throw new InvalidOperationException($"it ended before it showed '{text}': {Shown}");
            await Task.WhenAny(more, _reading).WaitAsync(limit.Token);
        }
    }

    /// <summary>Presses keys; Enter is <c>\r</c>.</summary>
    public async Task Press(string keys)
    {
        await _script.StandardInput.WriteAsync(keys);
        await _script.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the program's end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> End()
    {
        using var limit = new CancellationTokenSource(s_limit);
        await _script.WaitForExitAsync(limit.Token);
        await _reading.WaitAsync(limit.Token);
        return _script.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_script.HasExited) _script.Kill(entireProcessTree: true);
        await _script.WaitForExitAsync();
        _script.Dispose();
    }

    private static string Quote(string word) => "'" + word.Replace("'", @"'\''") + "'";

    // ECMA-48, 5.4, and the two keypad modes.
    [GeneratedRegex(@"\e(\[[0-?]*[ -/]*[@-~]|[=>])")]
    private static partial Regex ControlSequence();

    private async Task Read()
    {
        var buffer = new char[1024];
        for (int count; (count = await _script.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            lock (_shown)
            {
                _shown.Append(buffer, 0, count);
                _more.SetResult();
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
