extern alias corelib;

using corelib::SecureEsp.VirtualDevice.CoreLibrary;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>Members of mscorlib that must know the device: what makes threads, timers and random numbers, or sleeps.</summary>
internal static class ThreadRedirects
{
    [Redirect("System.Void System.Threading.Thread::.ctor(System.Threading.ThreadStart)")]
    public static Thread NewThread(ThreadStart start) => Life.Current.Threads.Create(() => start());

    [Redirect("System.Void System.Threading.Thread::Sleep(System.Int32)")]
    public static void Sleep(int milliseconds) => Life.Current.Sleep(milliseconds);

    [Redirect("System.Void System.Threading.Thread::Sleep(System.TimeSpan)")]
    public static void Sleep(TimeSpan time) => Life.Current.Sleep((int)time.TotalMilliseconds);

    [Redirect("System.Void System.Threading.Thread::Abort()")]
    public static void Abort(Thread self) => throw new NotSupportedException("Thread.Abort: end a thread by a flag that it reads; the VirtualDevice does not abort");

    [Redirect("System.Void System.Threading.Thread::Suspend()")]
    public static void Suspend(Thread self) => throw new NotSupportedException("Thread.Suspend: let the thread wait on an event; the VirtualDevice does not suspend");

    [Redirect("System.Void System.Threading.Thread::Resume()")]
    public static void Resume(Thread self) => throw new NotSupportedException("Thread.Resume: let the thread wait on an event; the VirtualDevice does not suspend");

    [Redirect("System.Void System.Threading.Timer::.ctor(System.Threading.TimerCallback,System.Object,System.Int32,System.Int32)")]
    public static Timer NewTimer(TimerCallback callback, object state, int dueTime, int period) =>
        NewTimer(callback, state, TimeSpan.FromMilliseconds(dueTime), TimeSpan.FromMilliseconds(period));

    [Redirect("System.Void System.Threading.Timer::.ctor(System.Threading.TimerCallback,System.Object,System.TimeSpan,System.TimeSpan)")]
    public static Timer NewTimer(TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period)
    {
        var life = Life.Current;
        var timer = life.Timers.Create(callback, state, dueTime, period);
        life.Own(timer);
        return timer;
    }

    [Redirect("System.Void System.Threading.Timer::Dispose()")]
    public static void Dispose(Timer self)
    {
        Life.Current.Disown(self);
        self.Dispose();
    }

    [Redirect("System.Void System.Random::.ctor()")]
    public static Random NewRandom() => new HardwareRandom();
}
