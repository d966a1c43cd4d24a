namespace System.IO.Ports
{
    /// <summary>Called when bytes were received.</summary>
    public delegate void SerialDataReceivedEventHandler(object sender, SerialDataReceivedEventArgs e);
}
