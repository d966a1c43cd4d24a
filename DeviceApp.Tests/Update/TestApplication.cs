using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>An application on trial that works, unless the test wants otherwise.</summary>
    public sealed class TestApplication : ITrialApplication
    {
        /// <summary>How many looks find it well.</summary>
        public int WellFor = int.MaxValue;

        /// <summary>After how many looks a thread of it has ended; -1 for never.</summary>
        public int EndsAfter = -1;

        public bool IsHealthy()
        {
            return WellFor-- > 0;
        }

        public string EndedThread()
        {
            return EndsAfter >= 0 && EndsAfter-- == 0 ? "_worker" : null;
        }
    }
}
