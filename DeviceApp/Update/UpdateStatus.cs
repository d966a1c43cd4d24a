namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Where an update stands; the values are those of nanoFramework's in-field update (UpdateStatus.cs).</summary>
    public enum UpdateStatus
    {
        /// <summary>What runs is to stay.</summary>
        Confirmed = 0,

        /// <summary>What runs is on trial.</summary>
        Testing = 1,

        /// <summary>The next boot tries something new.</summary>
        TestPending = 2,

        /// <summary>The next boot goes back to what ran before.</summary>
        RollbackPending = 4,

        /// <summary>What should run could not be started: something else runs.</summary>
        Unknown = 255
    }
}
