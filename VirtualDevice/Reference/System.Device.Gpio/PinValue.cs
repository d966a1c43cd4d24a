namespace System.Device.Gpio
{
    /// <summary>High or low.</summary>
    public readonly struct PinValue
    {
        private readonly byte _value;

        private PinValue(byte value)
        {
            _value = value;
        }

        /// <summary>High.</summary>
        public static PinValue High => new PinValue(1);

        /// <summary>Low.</summary>
        public static PinValue Low => new PinValue(0);

        /// <summary>Low for 0, otherwise high.</summary>
        public static implicit operator PinValue(int value) => value == 0 ? Low : High;

        /// <summary>High for true.</summary>
        public static implicit operator PinValue(bool value) => value ? High : Low;

        /// <summary>1 for high, 0 for low.</summary>
        public static explicit operator byte(PinValue value) => value._value;

        /// <summary>1 for high, 0 for low.</summary>
        public static explicit operator int(PinValue value) => value._value;

        /// <summary>True for high.</summary>
        public static explicit operator bool(PinValue value) => value._value != 0;

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(PinValue a, PinValue b) => a.Equals(b);

        /// <summary>Whether they differ.</summary>
        public static bool operator !=(PinValue a, PinValue b) => !a.Equals(b);

        /// <summary>Whether both are the same.</summary>
        public bool Equals(PinValue other) => other._value == _value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is PinValue other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => _value;

        /// <summary>"High" or "Low".</summary>
        public override string ToString() => _value == 0 ? "Low" : "High";
    }
}
