namespace SecureEsp.ServerHarness.Commands;

/// <summary>
/// What is being done, on one line of a terminal that is rewritten in place, once it has taken a second; gone when it is done.
/// Whoever writes to that terminal clears it first.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const string ToStartOfEmptyLine = "\r\u001b[K";
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly TextWriter _terminal;
    private readonly Lock _turn;
    private readonly Func<string> _what;
    private readonly Timer _timer;
    private int _seconds;
    private bool _shown;
    private bool _ended;

    /// <param name="terminal">A terminal.</param>
    /// <param name="turn">Held by whoever writes to it.</param>
    /// <param name="what">As in <c>making keys</c>.</param>
    public ProgressLine(TextWriter terminal, Lock turn, Func<string> what)
    {
        _terminal = terminal;
        _turn = turn;
        _what = what;
        _timer = new(_ => Tick(), null, s_second, s_second);
    }

    /// <summary>Takes the line away; the next second shows it again. Call it with the turn held.</summary>
    public void Clear()
    {
        if (_shown)
        {
            _terminal.Write(ToStartOfEmptyLine);
            _terminal.Flush();
            _shown = false;
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _ended = true;
            Clear();
        }

        _timer.Dispose();
    }

    private void Tick()
    {
        lock (_turn)
        {
            if (!_ended)
            {
                _shown = true;
                _terminal.Write($"{ToStartOfEmptyLine}{_what()} … {++_seconds} s");
                _terminal.Flush();
            }
        }
    }
}
