using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Ports;

/// <summary>The serial ports that one life uses; the lines fall silent with it.</summary>
internal sealed class SerialPorts : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, (Uart Line, UartReceiver Receiver)> _listening = [];

    /// <summary>The UART of a port, 1 to 3.</summary>
    /// <exception cref="ArgumentException">There is no such port.</exception>
    public static Uart Line(VirtualBoard board, int port) => port switch
    {
        1 => board.Uart0,
        2 => board.Uart1,
        3 => board.Uart2,
        _ => throw new ArgumentException(),
    };

    /// <summary>What a port received; null before it was opened.</summary>
    public UartReceiver? Receiver(int port)
    {
        lock (_lock) return _listening.TryGetValue(port, out var listening) ? listening.Receiver : null;
    }

    public UartReceiver Listen(VirtualBoard board, int port, int bufferSize)
    {
        var line = Line(board, port);
        var receiver = new UartReceiver(bufferSize);
        lock (_lock)
        {
            if (_listening.TryGetValue(port, out var before)) before.Line.StopListening(before.Receiver);
            _listening[port] = (line, receiver);
        }
        line.Listen(receiver);
        return receiver;
    }

    public void StopListening(int port)
    {
        lock (_lock)
        {
            if (_listening.Remove(port, out var listening)) listening.Line.StopListening(listening.Receiver);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (line, receiver) in _listening.Values) line.StopListening(receiver);
            _listening.Clear();
        }
    }
}
