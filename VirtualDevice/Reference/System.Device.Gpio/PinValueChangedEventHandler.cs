namespace System.Device.Gpio
{
    /// <summary>Called for an edge on a pin.</summary>
    public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);
}
