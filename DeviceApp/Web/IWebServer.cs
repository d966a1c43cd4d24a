namespace SecureEsp.DeviceApp.Web
{
    /// <summary>This device's own HTTPS server.</summary>
    public interface IWebServer
    {
        /// <summary>Starts it, unless it runs, and tells on the console where it listens or why it does not.</summary>
        void Start();

        /// <summary>Ends it: every connection is closed and every thread has ended, or 15 s have passed.</summary>
        void Stop();
    }
}
