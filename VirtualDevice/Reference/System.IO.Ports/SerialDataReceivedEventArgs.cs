namespace System.IO.Ports
{
    /// <summary>What was received.</summary>
    public class SerialDataReceivedEventArgs : EventArgs
    {
        internal SerialDataReceivedEventArgs(SerialData eventType)
        {
            EventType = eventType;
        }

        /// <summary>Whether the watched character was among it.</summary>
        public SerialData EventType { get; }
    }
}
