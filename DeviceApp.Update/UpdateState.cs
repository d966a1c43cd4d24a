namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What updates leave on the flash from one boot to the next. Changed by <see cref="SlotPolicy"/>.</summary>
    public sealed class UpdateState
    {
        /// <summary>How many bundles are remembered that failed.</summary>
        public const int MaxFailed = 8;

        /// <summary>Longest words of a failure, in characters.</summary>
        public const int MaxFailure = 160;

        /// <summary>The <see cref="Slot"/> whose application was confirmed last.</summary>
        public int Active = Slot.Factory;

        /// <summary>The slot that is on trial; <see cref="Slot.Factory"/> where none is.</summary>
        public int Trial = Slot.Factory;

        /// <summary>How often the slot on trial may still be started.</summary>
        public int AttemptsLeft;

        /// <summary>A <see cref="SlotStatus"/> for slot A and slot B, in this order.</summary>
        public int[] Status = { SlotStatus.Empty, SlotStatus.Empty };

        /// <summary>SHA-256 of the manifests in slot A and slot B; null where a slot is empty.</summary>
        public byte[][] Digests = new byte[2][];

        /// <summary>The lowest version that may run.</summary>
        public SemanticVersion Floor = new SemanticVersion(0, 0, 0);

        /// <summary>SHA-256 of the manifests that failed, the oldest overwritten first; null for none.</summary>
        public byte[][] Failed = new byte[MaxFailed][];

        /// <summary>Where the next one goes that fails.</summary>
        public int NextFailed;

        /// <summary>Why an application was given up, or did not start the last time; empty for no reason.</summary>
        public string Failure = "";

        /// <summary>Whether <see cref="Failure"/> still has to be put on the log topic.</summary>
        public bool MustReport;

        /// <summary>What the topics set. Not to be changed: it is replaced.</summary>
        public UpdateSettings Settings = new UpdateSettings();

        /// <summary>The same values again. Digests and settings are shared: they are replaced, never changed.</summary>
        public UpdateState Copy()
        {
            return new UpdateState
            {
                Active = Active,
                Trial = Trial,
                AttemptsLeft = AttemptsLeft,
                Status = (int[])Status.Clone(),
                Digests = (byte[][])Digests.Clone(),
                Floor = Floor,
                Failed = (byte[][])Failed.Clone(),
                NextFailed = NextFailed,
                Failure = Failure,
                MustReport = MustReport,
                Settings = Settings
            };
        }

        /// <summary>The <see cref="SlotStatus"/> of slot A or B.</summary>
        public int StatusOf(int slot)
        {
            return Status[slot - 1];
        }

        /// <summary>SHA-256 of the manifest in slot A or B; null for the factory application and an empty slot.</summary>
        public byte[] DigestOf(int slot)
        {
            return slot == Slot.Factory ? null : Digests[slot - 1];
        }
    }
}
