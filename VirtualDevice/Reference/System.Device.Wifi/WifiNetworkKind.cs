namespace System.Device.Wifi
{
    /// <summary>The kind of a wireless network.</summary>
    public enum WifiNetworkKind
    {
        Adhoc = 0,
        Any = 1,
        Infrastructure = 2,
    }
}
