using System;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>A call's error, which is the answer to it.</summary>
    public sealed class RpcException : Exception
    {
        /// <summary>Answers with this.</summary>
        /// <param name="code">One of <see cref="RpcCode"/>.</param>
        /// <param name="message">Words for whoever called; no secrets.</param>
        public RpcException(int code, string message)
            : base(message)
        {
            Code = code;
        }

        /// <summary>One of <see cref="RpcCode"/>.</summary>
        public int Code { get; }
    }
}
