namespace System.IO.Ports
{
    /// <summary>How one end of a serial line tells the other to wait.</summary>
    public enum Handshake
    {
        /// <summary>Not at all.</summary>
        None = 0,

        /// <summary>By the characters XON and XOFF.</summary>
        XOnXOff = 1,

        /// <summary>By the lines RTS and CTS.</summary>
        RequestToSend = 2,

        /// <summary>By both.</summary>
        RequestToSendXOnXOff = 3,
    }
}
