using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>A step of an update did not come about. The only exception that crosses the seams of updates.</summary>
    public sealed class UpdateException : Exception
    {
        /// <summary>For a reason and what exactly.</summary>
        /// <param name="reason">An <see cref="UpdateReason"/>, <see cref="DownloadReason"/> or <see cref="StartReason"/>.</param>
        /// <param name="detail">Null or empty where there is nothing more to say.</param>
        public UpdateException(int reason, string detail)
            : base(UpdateReasonWords.Full(reason, detail))
        {
            Reason = reason;
            Detail = detail;
        }

        /// <summary>The reason.</summary>
        public int Reason { get; }

        /// <summary>What exactly; null or empty where there is nothing more to say.</summary>
        public string Detail { get; }
    }
}
