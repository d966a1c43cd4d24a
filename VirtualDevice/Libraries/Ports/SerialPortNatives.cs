using System.Diagnostics;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Libraries.Esp32;
using SecureEsp.VirtualDevice.Libraries.Events;
using SecureEsp.VirtualDevice.Libraries.Text;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Ports;

/// <summary>Host side of System.IO.Ports, SerialPort (nf-interpreter, sys_io_ser_native_System_IO_Ports_SerialPort.cpp of the ESP32).</summary>
[Natives("System.IO.Ports", "System.IO.Ports.SerialPort")]
internal static class SerialPortNatives
{
    private const uint Chars = 1;
    private const uint WatchChar = 2;

    public static void NativeInit(object self)
    {
        var life = Life.Current;
        var port = Port(self);
        var line = SerialPorts.Line(life.Board, port);
        if (line.TakenByDebugger) throw new ArgumentException();
        NativeConfig(self);
        var receiver = life.State<SerialPorts>().Listen(life.Board, port, Fields.Get<int>(self, "_bufferSize"));
        receiver.Unread += bytes => Announce(life, self, port, bytes);
    }

    /// <summary>The speed and the form of bytes do not matter between a board and its host here; the pins must be set.</summary>
    public static void NativeConfig(object self)
    {
        var pins = Life.Current.State<PinFunctions>();
        var port = Port(self);
        SerialPorts.Line(Life.Current.Board, port);
        // The firmware has no exception of its own for this: it gets the plain one.
        if (pins.Get(PinFunctions.SerialTransmit(port)) < 0 || pins.Get(PinFunctions.SerialReceive(port)) < 0) throw new Exception();
    }

    public static void NativeDispose(object self) => Life.Current.State<SerialPorts>().StopListening(Port(self));

    public static void NativeSetWatchChar(object self) => EnsureNotDisposed(self);

    public static void NativeReceivedBytesThreshold(object self, int value)
    {
        EnsureNotDisposed(self);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        Fields.Set(self, "_receivedBytesThreshold", value);
    }

    public static string GetDeviceSelector()
    {
        _ = Life.Current;
        return "COM2,COM3";
    }

    public static int get_BytesToRead(object self)
    {
        EnsureNotDisposed(self);
        return Receiver(self)?.Count ?? 0;
    }

    public static bool get_InvertSignalLevels(object self) => Life.Current.State<InvertedPorts>().Contains(Port(self));

    public static void set_InvertSignalLevels(object self, bool inverted) => Life.Current.State<InvertedPorts>().Set(Port(self), inverted);

    public static int Read(object self, byte[] buffer, int offset, int count)
    {
        EnsureNotDisposed(self);
        Check(buffer, offset, count);
        var wait = Wait(self);
        var bytes = Receiver(self) is { } receiver ? receiver.Take(count, wait) : NothingComes(wait);
        if (bytes is null) throw new TimeoutException();
        bytes.CopyTo(buffer, offset);
        return bytes.Length;
    }

    public static string ReadExisting(object self)
    {
        EnsureNotDisposed(self);
        return Receiver(self) is { } receiver ? Utf8.GetString(receiver.TakeAll()) : string.Empty;
    }

    public static string ReadLine(object self)
    {
        EnsureNotDisposed(self);
        var wait = Wait(self);
        var newLine = Utf8.GetBytes(Fields.Get<string>(self, "_newLine"));
        var line = Receiver(self) is { } receiver ? receiver.TakeLine(newLine, wait) : NothingComes(wait);
        return line is null ? throw new TimeoutException() : Utf8.GetString(line);
    }

    public static void Write(object self, byte[] buffer, int offset, int count)
    {
        EnsureNotDisposed(self);
        Check(buffer, offset, count);
        Transmit(self, buffer.AsSpan(offset, count));
    }

    public static void NativeWriteString(object self, string? text, bool addNewLine)
    {
        EnsureNotDisposed(self);
        if (text is null) return;
        Transmit(self, Utf8.GetBytes(addNewLine ? text + Fields.Get<string>(self, "_newLine") : text));
    }

    private static int Port(object self) => Fields.Get<int>(self, "_portIndex");

    private static UartReceiver? Receiver(object self) => Life.Current.State<SerialPorts>().Receiver(Port(self));

    // Before the port was opened there is no driver, and what is written goes nowhere.
    private static void Transmit(object self, ReadOnlySpan<byte> bytes)
    {
        if (Receiver(self) is not null) SerialPorts.Line(Life.Current.Board, Port(self)).Transmit(bytes);
    }

    private static void Announce(Life life, object self, int port, byte[] bytes)
    {
        if (Fields.Get<Delegate?>(self, "_callbacksDataReceivedEvent") is null) return;
        var watched = (byte)Fields.Get<char>(self, "_watchChar");
        var data = watched != 0 && bytes.Contains(watched) ? WatchChar : Chars;
        life.State<EventQueue>().Post(EventCategory.SerialDevice, 0, (ushort)port, data);
    }

    // One limit for the whole read, however often bytes arrive meanwhile.
    private static Func<WaitHandle, bool> Wait(object self)
    {
        var life = Life.Current;
        var limit = Fields.Get<int>(self, "_readTimeout");
        var started = Stopwatch.GetTimestamp();
        return handle =>
        {
            var left = limit < 0 ? -1 : (int)Math.Max(0, limit - Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return life.Wait(handle, left);
        };
    }

    private static byte[]? NothingComes(Func<WaitHandle, bool> wait)
    {
        using var never = new ManualResetEvent(false);
        wait(never);
        return null;
    }

    private static void EnsureNotDisposed(object self)
    {
        _ = Life.Current;
        if (Fields.Get<bool>(self, "_disposed")) throw new ObjectDisposedException(null);
    }

    private static void Check(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if ((uint)offset > buffer.Length || (uint)count > buffer.Length) throw new InvalidOperationException();
        if (offset + count > buffer.Length) throw new ArgumentException();
    }

    private sealed class InvertedPorts
    {
        private readonly HashSet<int> _ports = [];

        public bool Contains(int port)
        {
            lock (_ports) return _ports.Contains(port);
        }

        public void Set(int port, bool inverted)
        {
            lock (_ports) _ = inverted ? _ports.Add(port) : _ports.Remove(port);
        }
    }
}
