namespace System.Device.Gpio
{
    /// <summary>Edges.</summary>
    [System.Flags]
    public enum PinEventTypes
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>From low to high.</summary>
        Rising = 1,

        /// <summary>From high to low.</summary>
        Falling = 2,
    }
}
