namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Updates of the hosted application.</summary>
    public interface IRpcUpdates
    {
        /// <summary>Where they stand.</summary>
        /// <exception cref="RpcException">The device takes no updates.</exception>
        UpdateInfo Read();

        /// <summary>Looks for an update now.</summary>
        /// <param name="url">From now on there; null for where it is looked for anyway.</param>
        /// <exception cref="RpcException">The URL cannot be, or an update is under way.</exception>
        void Look(string url);

        /// <summary>Ends a trial at once, and well.</summary>
        /// <exception cref="RpcException">Nothing is on trial, or it is not stored.</exception>
        void Commit();

        /// <summary>Goes back to the application before this one, which is never installed again; the device restarts in a second.</summary>
        /// <exception cref="RpcException">There is nothing to go back from.</exception>
        void Revert();
    }

    /// <summary>Where updates stand.</summary>
    public sealed class UpdateInfo
    {
        /// <summary>What runs, in words.</summary>
        public string Application;

        /// <summary>Version of what runs; null for the application that is built in.</summary>
        public string Version;

        /// <summary>The slot that runs: 1 or 2; 0 for what is built in.</summary>
        public int ActiveSlot;

        /// <summary>The slot that a revert leads to.</summary>
        public int RevertSlot;

        /// <summary>Whether what runs is to stay, or on trial.</summary>
        public bool IsCommitted;

        /// <summary>Seconds that a trial has.</summary>
        public int CommitTimeout;

        /// <summary>Whether an update or a trial is under way.</summary>
        public bool IsRunning;

        /// <summary>Why an update did not stay; empty for no reason.</summary>
        public string Failure;
    }
}
