using System;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>A connection could not be made or broke. The only exception that crosses the network seams.</summary>
    public sealed class LinkException : Exception
    {
        /// <summary>Wraps the explanation.</summary>
        public LinkException(Failure failure)
            : base(failure.Meaning)
        {
            Failure = failure;
        }

        /// <summary>The explanation.</summary>
        public Failure Failure { get; }
    }
}
