namespace System.IO.Ports
{
    /// <summary>What the line is.</summary>
    public enum SerialMode
    {
        /// <summary>Point to point.</summary>
        Normal = 0,

        /// <summary>An RS-485 bus, half duplex.</summary>
        RS485 = 1,
    }
}
