namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>What a frame leads to.</summary>
    public enum RpcOutcome
    {
        /// <summary>An answer, which may be an error.</summary>
        Reply,

        /// <summary>Nothing to send: the frame had no id.</summary>
        NoReply,

        /// <summary>It is no frame, or not for this device; nothing was called. Over HTTP: 400, and the connection is closed.</summary>
        Malformed
    }
}
