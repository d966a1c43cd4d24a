using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>Always the smallest number, or always the largest.</summary>
    public sealed class FakeRandom : IRandom
    {
        private readonly bool _largest;

        public FakeRandom(bool largest)
        {
            _largest = largest;
        }

        public int Next(int limit)
        {
            return _largest ? limit - 1 : 0;
        }
    }
}
