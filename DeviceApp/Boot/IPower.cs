namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>The board's own state.</summary>
    public interface IPower
    {
        /// <summary>Starts the board anew. Does not return.</summary>
        /// <exception cref="System.Exception">The board goes on.</exception>
        void Reboot();

        /// <summary>Free bytes of the managed heap.</summary>
        uint FreeHeap { get; }
    }
}
