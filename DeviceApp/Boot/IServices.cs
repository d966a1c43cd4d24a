namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>Makes what depends on the settings.</summary>
    public interface IServices
    {
        /// <summary>
        /// Fills in <see cref="Device.Probe"/>, <see cref="Device.Https"/>, <see cref="Device.Session"/>,
        /// <see cref="Device.SessionBackoff"/>, <see cref="Device.TlsClient"/>, <see cref="Device.TlsServer"/>, <see cref="Device.Web"/> and <see cref="Device.Application"/>.
        /// </summary>
        void AddTo(Device device);
    }
}
