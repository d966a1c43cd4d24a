namespace System.Device.Gpio
{
    /// <summary>How waiting for an edge ended.</summary>
    public struct WaitForEventResult
    {
        /// <summary>The edges seen.</summary>
        public PinEventTypes EventTypes;

        /// <summary>Whether none was seen in time.</summary>
        public bool TimedOut;
    }
}
