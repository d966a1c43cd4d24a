namespace SecureEsp.VirtualDevice.Board;

/// <summary>What happened to the station's link.</summary>
public enum LinkChange
{
    /// <summary>Joined a network; no address yet.</summary>
    Up,

    /// <summary>Left or lost the network, or failed to join.</summary>
    Down,

    /// <summary>Got an address, or another one.</summary>
    AddressChanged,

    /// <summary>A scan has ended.</summary>
    ScanComplete,
}
