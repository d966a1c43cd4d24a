namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What a message asks for.</summary>
    public enum UpdateCommand
    {
        /// <summary>Nothing: the topic is another one.</summary>
        None,

        /// <summary>Store another place for updates.</summary>
        Url,

        /// <summary>Use that place, or the standard one.</summary>
        UseUrl,

        /// <summary>How often to look for updates.</summary>
        Interval,

        /// <summary>Look for an update now.</summary>
        Run,

        /// <summary>Restart the board.</summary>
        Restart,

        /// <summary>Go back to the application before the one that runs.</summary>
        Revert
    }
}
