using System.Diagnostics.CodeAnalysis;

namespace SecureEsp.VirtualDevice.Runtime;

public sealed partial class Life
{
    /// <summary>Blocks the calling device thread.</summary>
    /// <param name="milliseconds">Time; -1 waits for ever, which ends with the life.</param>
    public void Sleep(int milliseconds)
    {
        if (_stopping.Token.WaitHandle.WaitOne(milliseconds)) throw new DeviceStoppedException();
        Poll();
    }

    /// <summary>Blocks a device thread until its life is over, which was asked for: it must not go on meanwhile. Ends any other thread's call at once.</summary>
    /// <exception cref="DeviceStoppedException">Always.</exception>
    [DoesNotReturn]
    internal static void AwaitEnd()
    {
        t_current?._stopping.Token.WaitHandle.WaitOne();
        throw new DeviceStoppedException();
    }

    /// <summary>Waits for a handle.</summary>
    /// <param name="milliseconds">Limit; -1 for none.</param>
    /// <returns>False when the limit was reached first.</returns>
    /// <exception cref="DeviceStoppedException">The life ended first.</exception>
    public bool Wait(WaitHandle handle, int milliseconds)
    {
        var index = WaitHandle.WaitAny([_stopping.Token.WaitHandle, handle], milliseconds);
        if (index == 0) throw new DeviceStoppedException();
        Poll();
        return index == 1;
    }

    /// <summary>Waits for a host task and returns its result, or throws what it threw.</summary>
    /// <param name="milliseconds">Limit; -1 for none.</param>
    /// <exception cref="TimeoutException">The limit was reached first.</exception>
    /// <exception cref="DeviceStoppedException">The life ended first.</exception>
    public T Await<T>(Task<T> task, int milliseconds = -1)
    {
        Await((Task)task, milliseconds);
        return task.Result;
    }

    /// <inheritdoc cref="Await{T}(Task{T}, int)"/>
    public void Await(Task task, int milliseconds = -1)
    {
        try
        {
            if (!task.Wait(milliseconds, _stopping.Token)) throw new TimeoutException();
        }
        catch (AggregateException) when (task.IsCompleted)
        {
            if (_ended) throw new DeviceStoppedException();
            task.GetAwaiter().GetResult();
        }
        catch (Exception e) when (_ended && e is OperationCanceledException or ThreadInterruptedException)
        {
            throw new DeviceStoppedException();
        }
        Poll();
    }
}
