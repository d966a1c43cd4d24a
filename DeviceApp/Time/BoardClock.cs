using System;
using System.Threading;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>The board's clock.</summary>
    public sealed class BoardClock : IClock
    {
        /// <inheritdoc/>
        public DateTime UtcNow
        {
            get { return DateTime.UtcNow; }
        }

        /// <inheritdoc/>
        public long Milliseconds
        {
            get { return Environment.TickCount64; }
        }

        /// <inheritdoc/>
        public void Sleep(int milliseconds)
        {
            Thread.Sleep(milliseconds);
        }
    }
}
