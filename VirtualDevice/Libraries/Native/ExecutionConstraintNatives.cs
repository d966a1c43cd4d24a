using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Native;

/// <summary>
/// Host side of nanoFramework.Runtime.Native, ExecutionConstraint, as far as Power.RebootDevice uses it: priority 4 limits
/// the reboot handlers, and what must follow when they take too long is the reboot.
/// </summary>
[Natives("nanoFramework.Runtime.Native", "nanoFramework.Runtime.Native.ExecutionConstraint")]
internal static class ExecutionConstraintNatives
{
    private const int RebootPriority = 4;

    public static void Install(int timeoutMilliseconds, int priority)
    {
        var life = Life.Current;
        if (timeoutMilliseconds < 0) return;
        if (priority != RebootPriority) throw new NotSupportedException("the VirtualDevice limits reboot handlers only");
        life.Own(new Timer(_ => life.Board.Power.Request(PowerRequest.Reboot), null, timeoutMilliseconds, Timeout.Infinite));
    }
}
