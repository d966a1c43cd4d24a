using System;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>
    /// Growing pauses between attempts: doubled each time up to a cap, and each drawn at random from the upper half of
    /// its length, so that many devices do not come back at the same moment.
    /// </summary>
    public sealed class Backoff
    {
        private readonly int _firstMs;
        private readonly int _capMs;
        private readonly IRandom _random;
        private int _lengthMs;

        /// <summary>Starts with <paramref name="firstMs"/> and never exceeds <paramref name="capMs"/>, in milliseconds.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The first pause is below 2 ms or above the cap.</exception>
        public Backoff(int firstMs, int capMs, IRandom random)
        {
            if (firstMs < 2 || capMs < firstMs)
            {
                throw new ArgumentOutOfRangeException();
            }

            _firstMs = firstMs;
            _capMs = capMs;
            _random = random;
            Reset();
        }

        /// <summary>How many pauses were taken since the last success.</summary>
        public int Attempts { get; private set; }

        /// <summary>The next pause, in milliseconds.</summary>
        public int Next()
        {
            var half = _lengthMs / 2;
            var pause = _lengthMs - _random.Next(half + 1);

            // Doubling must not overflow, which nothing would report.
            _lengthMs = _lengthMs > _capMs / 2 ? _capMs : _lengthMs * 2;
            Attempts++;
            return pause;
        }

        /// <summary>Starts again with the first pause, after a success.</summary>
        public void Reset()
        {
            _lengthMs = _firstMs;
            Attempts = 0;
        }

        /// <summary>A pause in words, such as <c>1.5 s</c>.</summary>
        public static string InWords(int milliseconds)
        {
            return (milliseconds / 1000).ToString() + "." + (milliseconds / 100 % 10).ToString() + " s";
        }
    }
}
