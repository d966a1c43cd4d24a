namespace System.Device.Wifi
{
    /// <summary>Whether a lost network is joined again by itself. The ESP32 driver reconnects either way; Manual stores the credentials.</summary>
    public enum WifiReconnectionKind
    {
        Automatic = 0,
        Manual = 1,
    }
}
