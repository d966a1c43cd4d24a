namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>Something that happened to a device and that firmware itself does not tell.</summary>
/// <param name="IsFailure">For <see cref="DeviceEventKind.MainEnded"/>: an exception ended it, and Main did not return.</param>
public sealed record DeviceEvent(DeviceEventKind Kind, string Detail, bool IsFailure = false);

public enum DeviceEventKind
{
    PoweredOn,
    Rebooted,

    /// <summary>Drive I: could not be mounted and was formatted, the system's own files included. Firmware is not told.</summary>
    FlashFormatted,

    /// <summary>In deep sleep; a wake-up boots it.</summary>
    Asleep,
    PoweredOff,

    /// <summary>Main returned or threw: a board hangs from here on.</summary>
    MainEnded,

    /// <summary>An exception that nobody caught ended a thread. On a board that is silent.</summary>
    ThreadDied,

    /// <summary>The firmware could not be loaded or started.</summary>
    BootFailed,

    /// <summary>Threads that did not end with their life: a defect of the VirtualDevice.</summary>
    ThreadsStuck,
}
