namespace System.Device.Gpio
{
    /// <summary>Whose numbers pins are called by. The device has one.</summary>
    public enum PinNumberingScheme
    {
        /// <summary>The chip's.</summary>
        Logical = 0,

        /// <summary>The board's.</summary>
        Board = 1,
    }
}
