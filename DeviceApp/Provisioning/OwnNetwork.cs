namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>The network that the device opens itself.</summary>
    public static class OwnNetwork
    {
        /// <summary>The device's address in it.</summary>
        public const string Address = "192.168.4.1";

        /// <summary>Its mask.</summary>
        public const string Mask = "255.255.255.0";

        /// <summary>Its channel.</summary>
        public const byte Channel = 6;
    }
}
