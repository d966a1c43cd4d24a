using System;

namespace nanoFramework.TestFramework
{
    /// <summary>The test was skipped.</summary>
    public class SkipTestException : Exception
    {
        /// <summary>With a reason.</summary>
        public SkipTestException(string message = null, Exception innerException = null)
            : base(message, innerException)
        {
        }
    }
}
