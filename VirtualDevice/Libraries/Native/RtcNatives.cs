using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Native;

/// <summary>Host side of nanoFramework.Runtime.Native, Rtc.</summary>
[Natives("nanoFramework.Runtime.Native", "nanoFramework.Runtime.Native.Rtc")]
internal static class RtcNatives
{
    public static bool Native_RTC_SetSystemTime(int year, byte month, byte day, byte dayOfWeek, byte hours, byte minutes, byte seconds)
    {
        Life.Current.Board.Clock.Set(new DateTime(year, month, day, hours, minutes, seconds, DateTimeKind.Utc));
        return true;
    }
}
