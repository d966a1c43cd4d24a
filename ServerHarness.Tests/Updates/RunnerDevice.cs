using System.Collections.Concurrent;
using System.Reflection;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// A device that boots the firmware's update parts as often as it is asked to, within one life (Firmware/UpdateRunner): a boot takes
/// milliseconds. Where the power fails, nothing more reaches its flash, and the boot's memory is forgotten.
/// </summary>
internal sealed class RunnerDevice : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly BlockingCollection<Action<Assembly>> _work = [];
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Device _device;
    private long _count;
    private long _cutAt = long.MaxValue;

    /// <param name="isMetered">Whether what it executes is counted.</param>
    public RunnerDevice(bool isMetered = false)
    {
        var image = new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Runner", "UpdateRunner.dll"), Path.GetDirectoryName(Firmware.Own)!) { IsMetered = isMetered };
        _device = new Device(new VirtualBoard(), image, WorkOff);
        _device.Happened += happened => { if (happened.IsFailure) _failed.TrySetException(new InvalidOperationException(happened.ToString())); };
        _device.PowerOn();
        Flash.Operating += Operate;
    }

    public Flash Flash => _device.Board.Flash;

    /// <summary>Changes of the flash since <see cref="Restore"/>, those that a power cut prevented not counted.</summary>
    public long Operations => _count;

    /// <summary>IL instructions that it has executed; 0 where it is not metered.</summary>
    public long Instructions => _device.ReadMeter()?.Instructions ?? 0;

    /// <summary>Longest time for the start of an application, in milliseconds; the firmware's is 20000.</summary>
    public int StartLimitMs { get; init; } = 20_000;

    /// <summary>Whether the power has failed in the last boot.</summary>
    public bool Failed { get; private set; }

    /// <summary>A new device on which a bench's bundle is installed and confirmed.</summary>
    public static RunnerDevice Installed(UpdateBench bench, byte[] bundle, string version, bool isMetered = false)
    {
        var device = new RunnerDevice(isMetered);
        device.Restore(RunnerFlash.New(bench));
        device.Install(bundle, version);
        return device;
    }

    /// <summary>Installs a bundle, and confirms it.</summary>
    public void Install(byte[] bundle, string version)
    {
        Boot(bundle, int.MaxValue, [], null);
        Assert.Contains($"Update to {version} is confirmed", Boot(bundle, int.MaxValue, [], null));
    }

    /// <summary>All files.</summary>
    public IReadOnlyDictionary<string, byte[]> Content() => Flash.List().ToDictionary(f => f, f => Flash.Read(f)!);

    /// <summary>Makes the flash hold these files and no others.</summary>
    public void Restore(IReadOnlyDictionary<string, byte[]> content)
    {
        _cutAt = long.MaxValue;
        foreach (var file in Flash.List().Except(content.Keys)) Flash.Delete(file);
        foreach (var (file, bytes) in content) Flash.Write(file, bytes);
        _count = 0;
    }

    /// <summary>Boots once.</summary>
    /// <param name="bundle">What the update server offers.</param>
    /// <param name="reaches">At which position of it the connection is lost.</param>
    /// <param name="messages">What the broker delivers: topics and payloads by turns.</param>
    /// <param name="cut">Before which change of the flash from now on, counted from 1, the power fails.</param>
    /// <returns>What was shown on the console.</returns>
    public string Boot(byte[] bundle, int reaches, string[] messages, long? cut)
    {
        Failed = false;
        _cutAt = cut is { } changes ? _count + changes : long.MaxValue;
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(runner =>
        {
            try
            {
                var program = runner.GetType("UpdateRunner.Program", throwOnError: true)!;
                program.GetField(nameof(StartLimitMs))!.SetValue(null, StartLimitMs);
                done.SetResult((string)program.GetMethod("Boot")!.Invoke(null, [bundle, reaches, messages])!);
            }
            catch (Exception e) when (e is not DeviceStoppedException)
            {
                done.SetException(e);
            }
        });
        // Nobody works off what is asked of a device that could not boot.
        Task.WhenAny(done.Task, _failed.Task).WaitAsync(s_limit).GetAwaiter().GetResult().GetAwaiter().GetResult();
        return done.Task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _device.Dispose();
        _work.Dispose();
    }

    private void WorkOff(Assembly runner)
    {
        foreach (var work in _work.GetConsumingEnumerable()) work(runner);
    }

    private void Operate(FlashOperation operation)
    {
        if (_count + 1 >= _cutAt)
        {
            Failed = true;
            throw new PowerCutException();
        }

        _count++;
    }

    private sealed class PowerCutException : Exception;
}
