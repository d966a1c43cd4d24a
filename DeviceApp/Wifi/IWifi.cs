using System;

namespace SecureEsp.DeviceApp.Wifi
{
    /// <summary>The station side of the board's radio, and the credentials that it keeps.</summary>
    public interface IWifi
    {
        /// <summary>The stored credentials; null where there are none.</summary>
        WifiCredentials Load();

        /// <summary>Stores credentials for the next boot.</summary>
        /// <exception cref="Exception">The board refuses them.</exception>
        void Save(WifiCredentials credentials);

        /// <summary>Joins a network; returns within about 40 seconds (20 in the driver, 20 for an address).</summary>
        WifiOutcome Join(WifiCredentials credentials);

        /// <summary>This device's IPv4 address; null while it has none.</summary>
        string Address { get; }
    }
}
