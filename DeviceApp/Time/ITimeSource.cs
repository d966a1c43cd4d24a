namespace SecureEsp.DeviceApp.Time
{
    /// <summary>Sets the clock from the network, in the background.</summary>
    public interface ITimeSource
    {
        /// <summary>Asks <paramref name="server"/> now, and again from time to time. Does not wait for the answer.</summary>
        void Ask(string server);
    }
}
