using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>An application on trial that works, unless the test wants otherwise.</summary>
    public sealed class TestApplication : ITrialApplication
    {
        public bool Healthy = true;

        /// <summary>After how many looks a thread of it has ended; -1 for never.</summary>
        public int EndsAfter = -1;

        public bool IsHealthy()
        {
            return Healthy;
        }

        public string EndedThread()
        {
            return EndsAfter >= 0 && EndsAfter-- == 0 ? "_worker" : null;
        }
    }
}
