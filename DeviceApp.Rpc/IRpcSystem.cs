namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>What the device tells of itself.</summary>
    public interface IRpcSystem
    {
        /// <summary>The facts of this moment.</summary>
        DeviceSummary Read();

        /// <summary>Restarts the device after a while, so that the answer gets out; returns at once.</summary>
        /// <param name="delayMs">Milliseconds.</param>
        void Reboot(int delayMs);
    }

    /// <summary>Facts of a device: a text is null where the device does not know.</summary>
    public sealed class DeviceSummary
    {
        /// <summary>Its id.</summary>
        public string Id;

        /// <summary>Name of the firmware.</summary>
        public string App;

        /// <summary>Version of the firmware.</summary>
        public string Version;

        /// <summary>Name and version of the firmware and of nanoFramework under it.</summary>
        public string FirmwareId;

        /// <summary>What the hosted application is.</summary>
        public string Application;

        /// <summary>Hardware address, 12 hexadecimal digits.</summary>
        public string Mac;

        /// <summary>The target.</summary>
        public string Architecture;

        /// <summary>Seconds since boot.</summary>
        public long Uptime;

        /// <summary>Bytes of memory of the board.</summary>
        public long RamSize;

        /// <summary>Free bytes of the managed heap.</summary>
        public long RamFree;

        /// <summary>The least of these that was seen.</summary>
        public long RamMinFree;

        /// <summary>Address in the network that the device has joined.</summary>
        public string StationAddress;

        /// <summary>Address in the network that it makes itself.</summary>
        public string AccessPointAddress;

        /// <summary>Name of the network that it has joined.</summary>
        public string Ssid;
    }
}
