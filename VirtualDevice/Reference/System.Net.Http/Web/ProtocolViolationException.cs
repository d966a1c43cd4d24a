namespace System.Net
{
    /// <summary>A request that HTTP does not allow, or a chunk that cannot be read.</summary>
    public class ProtocolViolationException : InvalidOperationException
    {
        /// <summary>Makes the exception.</summary>
        public ProtocolViolationException()
        {
        }

        /// <summary>Makes the exception.</summary>
        public ProtocolViolationException(string message)
            : base(message)
        {
        }
    }
}
