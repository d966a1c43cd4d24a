namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Running time.</summary>
    public interface IWebClock
    {
        /// <summary>Milliseconds since some start; never set back.</summary>
        long Milliseconds { get; }
    }
}
