namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Why an installed application was not started or not kept; see <see cref="UpdateReason"/>.</summary>
    public static class StartReason
    {
        /// <summary>The slot cannot be read.</summary>
        public const int SlotUnreadable = 701;

        /// <summary>What lies in the slot is not what was signed.</summary>
        public const int SlotDigest = 702;

        /// <summary>The keys that the slot was accepted with are not there.</summary>
        public const int SlotKeys = 703;

        /// <summary>The CLR did not take an image.</summary>
        public const int NotLoaded = 704;

        /// <summary>The application has no such entry type.</summary>
        public const int EntryType = 705;

        /// <summary>The entry type has no constructor without arguments, no Start or no Stop.</summary>
        public const int EntryShape = 706;

        /// <summary>The application threw an exception at its start.</summary>
        public const int StartFailed = 707;

        /// <summary>The application's start did not return in time.</summary>
        public const int StartSlow = 708;

        /// <summary>The application says that it does not work.</summary>
        public const int Unhealthy = 709;

        /// <summary>Broker and update server were not reached in time.</summary>
        public const int Unconfirmed = 710;

        /// <summary>The application was given up after its last attempt.</summary>
        public const int RolledBack = 711;

        /// <summary>There is nothing in the slot.</summary>
        public const int SlotMissing = 712;

        /// <summary>A thread of the application has ended.</summary>
        public const int ThreadEnded = 713;
    }
}
