using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// Limits guesses at the code, whoever makes them: five are free, then each wrong one costs a pause that doubles from a minute to an
    /// hour. Who keeps on guessing gets fewer than 30 a day; 2^40 codes take that for ever.
    /// </summary>
    public sealed class GuessLimit
    {
        /// <summary>Wrong guesses that cost nothing.</summary>
        public const int Free = 5;

        private const int FirstPauseMs = 60000;
        private const int LongestPauseMs = 3600000;

        private readonly object _lock = new object();
        private readonly IClock _clock;
        private int _wrong;
        private int _pauseMs = FirstPauseMs;
        private long _until;

        /// <summary>By the running time of <paramref name="clock"/>, which nobody can set.</summary>
        public GuessLimit(IClock clock)
        {
            _clock = clock;
        }

        /// <summary>Looks at a guess.</summary>
        /// <returns>Seconds after which to come again, the guess not having been looked at; 0 where it was right; -1 where it was wrong.</returns>
        public int Try(Presence presence, string guess)
        {
            lock (_lock)
            {
                var left = _until - _clock.Milliseconds;
                if (left > 0)
                {
                    return (int)((left + 999) / 1000);
                }

                if (presence.Matches(guess))
                {
                    _wrong = 0;
                    _pauseMs = FirstPauseMs;
                    return 0;
                }

                if (++_wrong >= Free)
                {
                    _until = _clock.Milliseconds + _pauseMs;
                    _pauseMs = _pauseMs > LongestPauseMs / 2 ? LongestPauseMs : _pauseMs * 2;
                }

                return -1;
            }
        }
    }
}
