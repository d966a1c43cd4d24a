namespace SecureEsp.DeviceApp.Time
{
    /// <summary>Random numbers.</summary>
    public interface IRandom
    {
        /// <summary>A number from 0 up to, but not including, <paramref name="limit"/>.</summary>
        int Next(int limit);
    }
}
