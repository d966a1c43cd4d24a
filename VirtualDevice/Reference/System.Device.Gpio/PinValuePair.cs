namespace System.Device.Gpio
{
    /// <summary>A pin with its value.</summary>
    public readonly struct PinValuePair
    {
        /// <summary>Pairs a pin with a value.</summary>
        public PinValuePair(int pinNumber, PinValue pinValue)
        {
            PinNumber = pinNumber;
            PinValue = pinValue;
        }

        /// <summary>The pin.</summary>
        public int PinNumber { get; }

        /// <summary>The value.</summary>
        public PinValue PinValue { get; }

        /// <summary>Takes the pair apart.</summary>
        public void Deconstruct(out int pinNumber, out PinValue pinValue)
        {
            pinNumber = PinNumber;
            pinValue = PinValue;
        }
    }
}
