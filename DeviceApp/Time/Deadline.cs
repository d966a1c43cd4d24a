namespace SecureEsp.DeviceApp.Time
{
    /// <summary>A point in running time after which to give up.</summary>
    public sealed class Deadline
    {
        private readonly IClock _clock;
        private readonly long _end;

        /// <summary>Ends <paramref name="limitMs"/> milliseconds from now.</summary>
        public Deadline(IClock clock, int limitMs)
        {
            _clock = clock;
            _end = clock.Milliseconds + limitMs;
        }

        /// <summary>Milliseconds left; 0 once it has passed.</summary>
        public int Left
        {
            get
            {
                var left = _end - _clock.Milliseconds;
                return left <= 0 ? 0 : (int)left;
            }
        }

        /// <summary>Whether it has passed.</summary>
        public bool Passed
        {
            get { return Left == 0; }
        }
    }
}
