namespace nanoFramework.Runtime.Native
{
    /// <summary>What starts after a reboot.</summary>
    public enum RebootOption
    {
        /// <summary>The whole device, as after a reset.</summary>
        NormalReboot = 0,

        /// <summary>The boot loader, where there is one.</summary>
        EnterNanoBooter = 1,

        /// <summary>The CLR only.</summary>
        ClrOnly = 2,

        /// <summary>The maker's boot loader, where there is one.</summary>
        EnterProprietaryBooter = 8,
    }
}
