namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>What outlasts a boot.</summary>
    public sealed class ProvisioningMemory
    {
        /// <summary>The device's own secrets; null before it has made or been given any.</summary>
        public Presence Presence;

        /// <summary>The latest moment at which a server's certificate was good, in seconds since 1970; 0 for none yet.</summary>
        public uint KnownTime;

        /// <summary>What is being tried; null for nothing.</summary>
        public Trial Trial;

        /// <summary>Why the last values were not kept; empty for nothing.</summary>
        public string LastProblem = "";
    }
}
