namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>The application that this firmware hosts.</summary>
    public interface IHostedApplication
    {
        /// <summary>What it is, for the console.</summary>
        string Description { get; }

        /// <summary>Starts it; returns while it runs on a thread of its own.</summary>
        void Start();
    }
}
