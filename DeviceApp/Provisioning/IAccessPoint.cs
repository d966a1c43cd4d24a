namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>The device's own Wi-Fi network. What it is told counts from the next boot on: the radio starts in one mode and keeps it.</summary>
    public interface IAccessPoint
    {
        /// <summary>Whether this boot has opened it.</summary>
        bool IsUp { get; }

        /// <summary>Name of the network that this boot has opened.</summary>
        string Ssid { get; }

        /// <summary>Its channel.</summary>
        int Channel { get; }

        /// <summary>Whether it has this name and password.</summary>
        bool Is(string ssid, string password);

        /// <summary>How many stations are in it.</summary>
        int Stations { get; }

        /// <summary>From the next boot on: this network, and no station.</summary>
        /// <exception cref="System.Exception">The board refuses; nothing was changed, or the next boot has neither.</exception>
        void Open(string ssid, string password);

        /// <summary>From the next boot on: the station again, and no network of its own.</summary>
        /// <exception cref="System.Exception">The board refuses.</exception>
        void Close();
    }
}
