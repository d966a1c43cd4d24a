namespace System.Device.Gpio
{
    /// <summary>Called for an edge that a controller watches.</summary>
    public delegate void PinChangeEventHandler(object sender, PinValueChangedEventArgs pinValueChangedEventArgs);
}
