extern alias corelib;

using System.Reflection;
using System.Runtime.CompilerServices;
using corelib::SecureEsp.VirtualDevice.CoreLibrary;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Libraries.Net;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>
/// A board with firmware on it. Switching it on boots it; a reboot is a new life on the same board; switching it off
/// ends the life at once, as pulling the plug does.
/// </summary>
public sealed class Device : IDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly FirmwareImage _image;
    private readonly DeviceProgram _program;
    private Thread? _supervisor;

    static Device()
    {
        DeviceSeam.UtcNowTicks = static () => Life.Current.Board.Clock.UtcNow.Ticks;
        DeviceSeam.WriteConsole = static text => Life.Current.Board.PrintDebug(text);
    }

    /// <param name="board">May have been used before: its flash and settings are what firmware finds.</param>
    /// <param name="image">What the board is flashed with.</param>
    /// <param name="program">What runs once the assemblies are loaded; Main unless given.</param>
    public Device(VirtualBoard board, FirmwareImage image, DeviceProgram? program = null)
    {
        Board = board;
        _image = image;
        _program = program ?? RunMain;
    }

    public VirtualBoard Board { get; }

    /// <summary>Boots since this object was made.</summary>
    public int Boots { get; private set; }

    /// <summary>Raised on threads of the device.</summary>
    public event Action<DeviceEvent>? Happened;

    /// <summary>Closes the power switch: a cold boot.</summary>
    public void PowerOn()
    {
        if (_supervisor is { IsAlive: true }) throw new InvalidOperationException("the device is on");
        Board.Power.Take();
        Board.Clock.LosePower();
        Report(new(DeviceEventKind.PoweredOn, _image.Name));
        _supervisor = new Thread(Supervise) { IsBackground = true, Name = $"{_image.Name} power" };
        _supervisor.Start();
    }

    /// <summary>Cuts the power and waits until nothing of the life is left.</summary>
    public void PowerOff()
    {
        if (_supervisor is not { IsAlive: true } supervisor) return;
        Board.Power.Request(PowerRequest.Off);
        supervisor.Join();
    }

    /// <summary>Presses the reset button.</summary>
    public void Reset() => Board.Power.Request(PowerRequest.Reboot);

    public void Dispose() => PowerOff();

    private void Supervise()
    {
        Board.Sleep.Forget();
        for (var request = LiveOnce(); request != PowerRequest.Off; request = LiveOnce())
        {
            if (request == PowerRequest.DeepSleep && !Sleep()) break;
            if (request == PowerRequest.Reboot) Board.Sleep.Forget();
            Report(new(DeviceEventKind.Rebooted, _image.Name));
        }
        Report(new(DeviceEventKind.PoweredOff, _image.Name));
    }

    /// <returns>False when the power went off meanwhile.</returns>
    private bool Sleep()
    {
        Report(new(DeviceEventKind.Asleep, _image.Name));
        if (Board.Sleep.Wait(Board.Gpio, Board.Power.Requested)) return true;
        Board.Sleep.Forget();
        return Board.Power.Take() != PowerRequest.Off;
    }

    // Not inlined: what this frame holds would keep the finished life's load context alive into the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private PowerRequest LiveOnce()
    {
        Boots++;
        var life = new Life(Board, _image, Report);
        LinkEvents.Start(life);
        life.Threads.StartMain(() => Main(life), MainEnded);
        Board.Power.Requested.WaitOne();
        var stuck = life.End(EndLimit);
        if (stuck.Count > 0) Report(new(DeviceEventKind.ThreadsStuck, string.Join(", ", stuck)));
        return Board.Power.Take();
    }

    private void Main(Life life)
    {
        var assemblies = life.Context.LoadClosure(_image.Name);
        foreach (var assembly in assemblies) RunStaticConstructors(assembly);
        _program(assemblies[^1]);
    }

    private static void RunMain(Assembly application)
    {
        var entry = application.EntryPoint ?? throw new EntryPointNotFoundException($"{application.GetName().Name} has no Main");
        var arguments = entry.GetParameters().Length == 0 ? null : new object[] { Array.Empty<string>() };
        entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The CLR runs all of them before Main; the desktop would run each when its type is first used.</summary>
    private static void RunStaticConstructors(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
            if (type.TypeInitializer is not null) RuntimeHelpers.RunClassConstructor(type.TypeHandle);
    }

    private void MainEnded(Exception? failure)
    {
        if (failure is not null) Board.PrintDebug($"++++ Exception {failure.GetType().FullName}: {failure.Message} ++++\r\n");
        Report(new(DeviceEventKind.MainEnded, failure?.ToString() ?? "Main returned"));
    }

    private void Report(DeviceEvent happened) => Happened?.Invoke(happened);
}

/// <summary>What a device runs on its main thread. It must keep nothing of the assembly: that would hold the finished life.</summary>
public delegate void DeviceProgram(Assembly application);
