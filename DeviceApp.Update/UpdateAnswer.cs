namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What follows from a message.</summary>
    public sealed class UpdateAnswer
    {
        /// <summary>Goes to the log.</summary>
        public string Line;

        /// <summary>Goes to the log after it; null where there is no more to say.</summary>
        public string Warning;

        /// <summary>What is to be stored, before <see cref="Line"/> says that it is; null where nothing changes.</summary>
        public UpdateSettings Store;

        /// <summary>Whether to look for an update now.</summary>
        public bool Run;

        /// <summary>Whether to restart.</summary>
        public bool Restart;

        /// <summary>Whether to go back to the application before this one; there is no <see cref="Line"/> then, since it may be refused.</summary>
        public bool Revert;
    }
}
