namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Gives addresses to who joins the device's own network.</summary>
    public interface IAddressServer
    {
        /// <summary>Starts it.</summary>
        /// <exception cref="System.Exception">The network is not open.</exception>
        void Start();

        /// <summary>Ends it.</summary>
        void Stop();
    }
}
