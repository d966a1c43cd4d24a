namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Why a download was not made or not finished; see <see cref="UpdateReason"/>.</summary>
    public static class DownloadReason
    {
        /// <summary>The update server has nothing for this device.</summary>
        public const int NothingOffered = 601;

        /// <summary>No update URL is set.</summary>
        public const int NoUrl = 602;

        /// <summary>The update URL is no https URL.</summary>
        public const int BadUrl = 603;

        /// <summary>The update server could not be reached, or the connection broke.</summary>
        public const int Unreachable = 604;

        /// <summary>The update server answered with another status.</summary>
        public const int Status = 605;

        /// <summary>The update server redirected more than once.</summary>
        public const int SecondRedirect = 606;

        /// <summary>The update server redirected to something that is no https URL.</summary>
        public const int BadRedirect = 607;

        /// <summary>The update server's response cannot be used.</summary>
        public const int Response = 608;

        /// <summary>The update server sent another part than was asked for.</summary>
        public const int Range = 609;

        /// <summary>The file on the update server is not as long as its head says.</summary>
        public const int Length = 610;

        /// <summary>The file on the update server changed during the download.</summary>
        public const int Changed = 611;

        /// <summary>The address of the download expired again and again.</summary>
        public const int Expired = 612;

        /// <summary>The download was too slow.</summary>
        public const int Slow = 613;

        /// <summary>A part of the digest list is not what was signed.</summary>
        public const int PageDigest = 614;

        /// <summary>A part of the download is not what was signed.</summary>
        public const int ChunkDigest = 615;

        /// <summary>The flash did not take the download.</summary>
        public const int Flash = 616;

        /// <summary>An update is running.</summary>
        public const int Running = 617;

        /// <summary>An application is still on trial, or about to be.</summary>
        public const int OnTrial = 618;

        /// <summary>The update failed in a way that nobody expected.</summary>
        public const int Unexpected = 619;

        /// <summary>There is no application to go back from.</summary>
        public const int NothingToRevert = 620;

        /// <summary>Nothing is on trial that could be confirmed.</summary>
        public const int NothingOnTrial = 621;
    }
}
