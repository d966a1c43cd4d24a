using System.Text;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// A serial line with its host end. What the host types reaches the device only while it listens, and only as far as its
/// receive buffer has room: the rest is lost, as on the board. Thread-safe.
/// </summary>
public sealed class Uart
{
    private const int KeptOutput = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, long Since, TaskCompletionSource<long> Found)> _waiting = [];
    private UartReceiver? _receiver;
    private long _dropped;

    /// <summary>Raised with each piece of text that the device sends, on the thread that sends it.</summary>
    public event Action<string>? Written;

    /// <summary>Whether the debugger's wire protocol has the line: firmware cannot open it then. Only UART0 can be so.</summary>
    public bool TakenByDebugger { get; set; }

    /// <summary>Bytes of the host that were lost because the device's receive buffer was full.</summary>
    public long LostToOverrun { get; private set; }

    /// <summary>Bytes of the host that were lost because the device did not listen.</summary>
    public long LostUnheard { get; private set; }

    /// <summary>The last 256 Ki characters that the device sent.</summary>
    public string Output
    {
        get
        {
            lock (_lock) return _output.ToString();
        }
    }

    /// <summary>Number of characters that the device has sent since the board was made: a mark to wait from.</summary>
    public long Position
    {
        get
        {
            lock (_lock) return _dropped + _output.Length;
        }
    }

    /// <summary>Sends text to the device, as UTF-8. A line ends with what the device takes for Enter, usually "\r\n" or "\n".</summary>
    public void Type(string text) => Send(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes to the device.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        UartReceiver? receiver;
        lock (_lock)
        {
            receiver = _receiver;
            if (receiver is null) LostUnheard += bytes.Length;
        }
        if (receiver is null) return;
        var lost = receiver.Receive(bytes);
        lock (_lock) LostToOverrun += lost;
    }

    /// <summary>Waits until the device has sent a text.</summary>
    /// <param name="text">Looked for in what is kept and in what comes.</param>
    /// <param name="limit">After this the task fails with a <see cref="TimeoutException"/> that shows the output's end.</param>
    /// <param name="since">Only from this <see cref="Position"/> on.</param>
    /// <returns>The position after the text.</returns>
    public async Task<long> WaitForAsync(string text, TimeSpan limit, long since = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var found = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((text, since, found));
            Match();
        }
        try
        {
            return await found.Task.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            var output = Output;
            throw new TimeoutException($"the device did not send \"{text}\" within {limit.TotalSeconds:0.#} s; it sent:\n{output[Math.Max(0, output.Length - 4000)..]}");
        }
        finally
        {
            lock (_lock) _waiting.RemoveAll(w => w.Found == found);
        }
    }

    /// <summary>The device's end sends.</summary>
    internal void Transmit(ReadOnlySpan<byte> bytes)
    {
        string text;
        lock (_lock)
        {
            var chars = new char[_decoder.GetCharCount(bytes, flush: false)];
            _decoder.GetChars(bytes, chars, flush: false);
            text = new string(chars);
            _output.Append(text);
            Match();
            if (_output.Length > 2 * KeptOutput)
            {
                _dropped += _output.Length - KeptOutput;
                _output.Remove(0, _output.Length - KeptOutput);
            }
        }
        if (text.Length > 0) Written?.Invoke(text);
    }

    /// <summary>Connects the device's receiver; the one before hears nothing more.</summary>
    internal void Listen(UartReceiver receiver)
    {
        lock (_lock) _receiver = receiver;
    }

    internal void StopListening(UartReceiver receiver)
    {
        lock (_lock) _receiver = _receiver == receiver ? null : _receiver;
    }

    private void Match()
    {
        if (_waiting.Count == 0) return;
        var output = _output.ToString();
        foreach (var (text, since, found) in _waiting)
        {
            var start = (int)Math.Clamp(since - _dropped, 0, output.Length);
            var at = output.IndexOf(text, start, StringComparison.Ordinal);
            if (at >= 0) found.TrySetResult(_dropped + at + text.Length);
        }
    }
}
