namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Names of the slots. They lie on flash in devices in the field.</summary>
    public static class Slot
    {
        /// <summary>No slot: the application that is built into the firmware.</summary>
        public const int Factory = 0;

        /// <summary>The first slot.</summary>
        public const int A = 1;

        /// <summary>The second slot.</summary>
        public const int B = 2;

        /// <summary>The other one of two slots.</summary>
        public static int Other(int slot)
        {
            return slot == A ? B : A;
        }

        /// <summary>A slot in words.</summary>
        public static string Name(int slot)
        {
            return slot == Factory ? "factory" : slot == A ? "slot A" : "slot B";
        }
    }

    /// <summary>What a slot holds. The numbers lie on flash in devices in the field.</summary>
    public static class SlotStatus
    {
        /// <summary>Nothing that may start.</summary>
        public const int Empty = 0;

        /// <summary>A bundle that is being downloaded; what is there can be continued.</summary>
        public const int Writing = 1;

        /// <summary>A whole bundle that was not confirmed yet.</summary>
        public const int Trial = 2;

        /// <summary>A bundle that was confirmed once.</summary>
        public const int Good = 3;

        /// <summary>The last of them.</summary>
        public const int Last = Good;
    }
}
