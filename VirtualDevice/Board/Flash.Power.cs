using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Board;

/// <content>What power cuts and a file system that cannot be mounted do to the flash.</content>
public sealed partial class Flash
{
    private bool _isWithoutPower;
    private bool _isDamaged;

    /// <summary>
    /// The change, by its <see cref="FlashOperation.Number"/>, before which the power of the board fails, once: that change
    /// and all behind it do not happen, whatever the firmware does, until the board is switched on again. Null: never.
    /// </summary>
    public long? PowerFailsAt { get; set; }

    /// <summary>Switches the board off that the flash is on.</summary>
    internal Action? PowerFailed { get; set; }

    /// <summary>Makes the file system unreadable, as a half-erased partition is: the next boot formats it.</summary>
    public void Damage()
    {
        lock (_lock) _isDamaged = true;
    }

    /// <summary>
    /// What the firmware does first at each boot (nf-interpreter, targetHAL_ConfigStorageLittlefs.c, format_if_mount_failed).
    /// </summary>
    /// <returns>False where the file system could not be mounted: it was formatted, system files included, and firmware is not told.</returns>
    internal bool Mount()
    {
        lock (_lock)
        {
            _isWithoutPower = false;
            if (!_isDamaged) return true;
            Format();
            return false;
        }
    }

    private void RequirePower()
    {
        if (_operations + 1 == PowerFailsAt)
        {
            (PowerFailsAt, _isWithoutPower) = (null, true);
            PowerFailed?.Invoke();
        }
        if (_isWithoutPower) Life.AwaitEnd();
    }
}
