namespace System.Device.Gpio
{
    /// <summary>What a pin is and what pulls it.</summary>
    public enum PinMode
    {
        /// <summary>Input, nothing pulls.</summary>
        Input = 0,

        /// <summary>Input, pulled low.</summary>
        InputPullDown = 1,

        /// <summary>Input, pulled high.</summary>
        InputPullUp = 2,

        /// <summary>Output.</summary>
        Output = 3,

        /// <summary>Output that only pulls low.</summary>
        OutputOpenDrain = 4,

        /// <summary>Output that only pulls low, pulled high.</summary>
        OutputOpenDrainPullUp = 5,

        /// <summary>Output that only pulls high.</summary>
        OutputOpenSource = 6,

        /// <summary>Output that only pulls high, pulled low.</summary>
        OutputOpenSourcePullDown = 7,
    }
}
