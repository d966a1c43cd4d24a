extern alias corelib;

using System.Reflection;
using System.Runtime.CompilerServices;
using corelib::SecureEsp.VirtualDevice.CoreLibrary;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Libraries.Net;
using SecureEsp.VirtualDevice.Runtime.Loading;
using SecureEsp.VirtualDevice.Runtime.Metering;
using SecureEsp.VirtualDevice.Runtime.Rewriting;

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
    private volatile Meter? _meter;

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

    /// <summary>Raised at the end of each life of a metered image, with all that it executed.</summary>
    public event Action<MeterReading>? Metered;

    /// <summary>What the firmware has executed since it last booted; null where the image is not metered or was never booted.</summary>
    public MeterReading? ReadMeter() => _meter?.Read();

    /// <summary>The heap of the device as it runs; null where it is not watched.</summary>
    public LiveHeap? LiveHeap => _meter?.Heap;

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
        if (!Board.Flash.Mount()) Report(new(DeviceEventKind.FlashFormatted, _image.Name));
        var life = new Life(Board, _image, Report);
        _meter = life.Meter;
        LinkEvents.Start(life);
        life.Threads.StartMain(() => Main(life), MainEnded);
        Board.Power.Requested.WaitOne();
        var stuck = life.End(EndLimit);
        if (stuck.Count > 0) Report(new(DeviceEventKind.ThreadsStuck, string.Join(", ", stuck)));
        if (life.Meter is { } meter) Metered?.Invoke(meter.Read());
        return Board.Power.Take();
    }

    private void Main(Life life)
    {
        var assemblies = Load(life);
        life.State<LoadedAssemblies>().Deploy(assemblies);
        foreach (var assembly in assemblies) RunStaticConstructors(assembly, life.Context.Origin(assembly)!);
        _program(assemblies[^1]);
    }

    private IReadOnlyList<Assembly> Load(Life life)
    {
        try
        {
            return life.Context.LoadClosure(_image.Name);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException)
        {
            throw new BootFailedException(e.Message, e);
        }
    }

    private static void RunMain(Assembly application)
    {
        var entry = application.EntryPoint ?? throw new BootFailedException($"{application.GetName().Name} has no Main");
        var arguments = entry.GetParameters().Length == 0 ? null : new object[] { Array.Empty<string>() };
        entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The CLR runs all of them before Main; the desktop would run each when its type is first used.</summary>
    internal static void RunStaticConstructors(Assembly assembly, RewrittenAssembly origin)
    {
        foreach (var type in origin.StaticConstructors) RuntimeHelpers.RunClassConstructor(assembly.ManifestModule.ResolveType(type).TypeHandle);
    }

    private void MainEnded(Exception? failure)
    {
        if (failure is BootFailedException)
        {
            Report(new(DeviceEventKind.BootFailed, failure.Message, IsFailure: true));
            return;
        }
        if (failure is not null) Board.PrintDebug($"++++ Exception {failure.GetType().FullName}: {failure.Message} ++++\r\n");
        Report(new(DeviceEventKind.MainEnded, failure is null ? "Main returned" : FirmwareTrace.Of(failure), failure is not null));
    }

    private void Report(DeviceEvent happened) => Happened?.Invoke(happened);
}

/// <summary>What a device runs on its main thread. It must keep nothing of the assembly: that would hold the finished life.</summary>
public delegate void DeviceProgram(Assembly application);
