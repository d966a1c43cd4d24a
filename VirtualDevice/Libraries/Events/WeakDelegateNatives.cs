using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Events;

/// <summary>
/// Host side of nanoFramework.Runtime.Events, WeakDelegate. On a board a delegate whose object is collected drops out; here
/// it stays until it is removed, as if something else held the object.
/// </summary>
[Natives("nanoFramework.Runtime.Events", "nanoFramework.Runtime.Events.WeakDelegate")]
internal static class WeakDelegateNatives
{
    public static Delegate? Combine(Delegate? a, Delegate? b)
    {
        _ = Life.Current;
        return Delegate.Combine(a, b);
    }

    public static Delegate? Remove(Delegate? source, Delegate? value)
    {
        _ = Life.Current;
        return Delegate.Remove(source, value);
    }
}
