namespace SecureEsp.VirtualDevice.Libraries.Events;

/// <summary>Numbers of nanoFramework.Runtime.Events.EventCategory that the VirtualDevice posts.</summary>
internal static class EventCategory
{
    public const byte Gpio = 20;
    public const byte SerialDevice = 30;
    public const byte Network = 40;
    public const byte WiFi = 50;
    public const byte HighResolutionTimer = 90;
}
