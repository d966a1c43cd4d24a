namespace System.IO.Ports
{
    /// <summary>What was received.</summary>
    public enum SerialData
    {
        /// <summary>Bytes.</summary>
        Chars = 1,

        /// <summary>Among them the watched character.</summary>
        WatchChar = 2,
    }
}
