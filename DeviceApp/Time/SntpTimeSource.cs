using nanoFramework.Networking;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>The firmware's own SNTP client (RFC 4330), which sets the system clock by itself.</summary>
    public sealed class SntpTimeSource : ITimeSource
    {
        /// <inheritdoc/>
        public void Ask(string server)
        {
            if (Sntp.Server1 != server)
            {
                Sntp.Server1 = server;
            }

            if (!Sntp.IsStarted)
            {
                Sntp.Start();
            }

            Sntp.UpdateNow();
        }
    }
}
