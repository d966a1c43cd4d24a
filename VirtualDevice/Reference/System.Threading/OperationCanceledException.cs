namespace System.Threading
{
    /// <summary>An operation was given up because its token was cancelled.</summary>
    public class OperationCanceledException : SystemException
    {
        /// <summary>Without a message.</summary>
        public OperationCanceledException()
        {
        }

        /// <summary>With a message.</summary>
        public OperationCanceledException(string message)
            : base(message)
        {
        }

        /// <summary>With a message and its cause.</summary>
        public OperationCanceledException(string message, Exception innerException)
            : base(message, innerException)
        {
        }
    }
}
