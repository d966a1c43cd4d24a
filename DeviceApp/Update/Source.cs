using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Reads from a provider, and tries again after a pause what a cut or a stall ended. Progress renews the tries, and the time for
    /// everything is limited.
    /// </summary>
    public sealed class Source
    {
        private const int FirstPauseMs = 500;
        private const int LongestPauseMs = 8000;

        private readonly IUpdateProvider _provider;
        private readonly IClock _clock;
        private readonly Backoff _pauses;
        private Deadline _deadline;
        private int _furthest;

        /// <summary>Reads from this one.</summary>
        public Source(IUpdateProvider provider, IClock clock, IRandom random)
        {
            _provider = provider;
            _clock = clock;
            _pauses = new Backoff(FirstPauseMs, LongestPauseMs, random);
            Limit(0);
        }

        /// <summary>Begins the time for so many bytes.</summary>
        public void Limit(int bytes)
        {
            _deadline = new Deadline(_clock, (UpdateAgentOptions.BaseLimitSeconds + (bytes / UpdateAgentOptions.SlowestBytes)) * 1000);
        }

        /// <summary>Reads exactly so many bytes.</summary>
        /// <exception cref="UpdateException">They do not come.</exception>
        public void Read(int position, byte[] buffer, int count)
        {
            while (true)
            {
                if (_deadline.Passed)
                {
                    throw new UpdateException(DownloadReason.Slow, "at byte " + position.ToString());
                }

                try
                {
                    _provider.Read(position, buffer, count);
                    if (position + count > _furthest)
                    {
                        _furthest = position + count;
                        _pauses.Reset();
                    }

                    return;
                }
                catch (UpdateException e)
                {
                    if (!MayPass(e.Reason) || _pauses.Attempts == UpdateAgentOptions.MaxRetries)
                    {
                        throw;
                    }

                    _clock.Sleep(_pauses.Next());
                }
            }
        }

        private static bool MayPass(int reason)
        {
            return reason == DownloadReason.Unreachable || reason == DownloadReason.Slow;
        }
    }
}
