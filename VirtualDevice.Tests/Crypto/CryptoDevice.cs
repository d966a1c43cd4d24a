using System.Collections.Concurrent;
using System.Reflection;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>A device that holds the firmware's cryptography and does with it what tests ask, on its main thread.</summary>
public class CryptoDevice : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly BlockingCollection<Action<Assembly>> _work = [];
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Device _device;

    public CryptoDevice()
        : this(isMetered: false)
    {
    }

    protected CryptoDevice(bool isMetered)
    {
        var image = new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", "Crypto.dll")) { IsMetered = isMetered };
        _device = new Device(new VirtualBoard(), image, WorkOff);
        _device.Happened += happened => { if (happened.IsFailure) _failed.TrySetException(new InvalidOperationException(happened.ToString())); };
        _device.PowerOn();
    }

    /// <summary>Does something with a static method of the firmware.</summary>
    public TResult Call<TMethod, TResult>(string type, string method, Func<TMethod, TResult> use)
        where TMethod : Delegate =>
        Run(crypto => use(TypeOf(crypto, type).GetMethod(method, Any)!.CreateDelegate<TMethod>()));

    /// <summary>What something costs that is done on the device.</summary>
    public MeterReading Cost(Action work)
    {
        var before = _device.ReadMeter()!;
        work();
        return _device.ReadMeter()!.Since(before);
    }

    /// <summary>Does something with a new object of the firmware.</summary>
    public TResult With<TResult>(string type, object[] arguments, Func<object, TResult> use) =>
        Run(crypto => use(Activator.CreateInstance(TypeOf(crypto, type), Any | BindingFlags.Instance, null, arguments, null)!));

    public void Dispose()
    {
        _work.CompleteAdding();
        _device.Dispose();
        GC.SuppressFinalize(this);
    }

    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static Type TypeOf(Assembly crypto, string name) => crypto.GetType("SecureEsp.DeviceApp.Crypto." + name, throwOnError: true)!;

    private T Run<T>(Func<Assembly, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(crypto =>
        {
            try
            {
                done.SetResult(work(crypto));
            }
            catch (Exception e) when (e is not DeviceStoppedException)
            {
                done.SetException(e);
            }
        });
        // Nobody works off what is asked of a device that could not boot.
        Task.WhenAny(done.Task, _failed.Task).WaitAsync(Limit).GetAwaiter().GetResult().GetAwaiter().GetResult();
        return done.Task.GetAwaiter().GetResult();
    }

    private void WorkOff(Assembly crypto)
    {
        foreach (var work in _work.GetConsumingEnumerable()) work(crypto);
    }
}

/// <summary>One that counts what it executes.</summary>
public sealed class MeteredCryptoDevice() : CryptoDevice(isMetered: true);
