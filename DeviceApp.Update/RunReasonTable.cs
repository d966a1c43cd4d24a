namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The reasons of download and start, as in <see cref="UpdateReasonTable"/>.</summary>
    internal static class RunReasonTable
    {
        /// <summary>The line of a reason of a download; null where there is no such reason.</summary>
        public static string Download(int reason)
        {
            switch (reason)
            {
                case DownloadReason.NothingOffered: return "nothing-offered|the update server has nothing for this device";
                case DownloadReason.NoUrl: return "no-url|no update URL is set";
                case DownloadReason.BadUrl: return "bad-url|the update URL is no https URL";
                case DownloadReason.Unreachable: return "unreachable|the update server could not be reached, or the connection broke";
                case DownloadReason.Status: return "status|the update server answered with another status";
                case DownloadReason.SecondRedirect: return "second-redirect|the update server redirected more than once";
                case DownloadReason.BadRedirect: return "bad-redirect|the update server redirected to something that is no https URL";
                case DownloadReason.Response: return "response|the update server's response cannot be used";
                case DownloadReason.Range: return "range|the update server sent another part than was asked for";
                case DownloadReason.Length: return "length|the file on the update server is not as long as its head says";
                case DownloadReason.Changed: return "changed|the file on the update server changed during the download";
                case DownloadReason.Expired: return "url-expired|the address of the download expired again and again";
                case DownloadReason.Slow: return "slow|the download was too slow";
                case DownloadReason.PageDigest: return "page-digest|a part of the digest list is not what was signed";
                case DownloadReason.ChunkDigest: return "chunk-digest|a part of the download is not what was signed";
                case DownloadReason.Flash: return "flash|the flash did not take the download";
                case DownloadReason.Running: return "running|an update is running";
                case DownloadReason.OnTrial: return "on-trial|an application is still on trial, or about to be";
                case DownloadReason.NothingOnTrial: return "nothing-on-trial|nothing is on trial that could be confirmed";
                case DownloadReason.NothingToRevert: return "nothing-to-revert|there is no updated application to go back from";
                case DownloadReason.Unexpected: return "unexpected|the update failed in a way that nobody expected";
                default: return null;
            }
        }

        /// <summary>The line of a reason of a start; null where there is no such reason.</summary>
        public static string Start(int reason)
        {
            switch (reason)
            {
                case StartReason.SlotUnreadable: return "slot-unreadable|the slot cannot be read";
                case StartReason.SlotDigest: return "slot-digest|what lies in the slot is not what was signed";
                case StartReason.SlotKeys: return "slot-keys|the keys that the slot was accepted with are not there";
                case StartReason.NotLoaded: return "not-loaded|the CLR did not take an image";
                case StartReason.EntryType: return "entry-type|the application has no such entry type";
                case StartReason.EntryShape: return "entry-shape|the entry type has no constructor without arguments, no Start or no Stop";
                case StartReason.StartFailed: return "start-failed|the application threw an exception at its start";
                case StartReason.StartSlow: return "start-slow|the application's start did not return in time";
                case StartReason.Unhealthy: return "unhealthy|the application says that it does not work";
                case StartReason.Unconfirmed: return "unconfirmed|broker and update server were not reached in time";
                case StartReason.RolledBack: return "rolled-back|the application was given up after its last attempt";
                case StartReason.ThreadEnded: return "thread-ended|a thread of the application has ended";
                case StartReason.SlotMissing: return "slot-missing|there is nothing in the slot";
                default: return null;
            }
        }
    }
}
