namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Carries a call out. Writes at most one value to its result; nothing means null.</summary>
    public delegate void RpcHandler(RpcCall call);

    /// <summary>A method that can be called.</summary>
    public sealed class RpcMethod
    {
        /// <summary>Makes one.</summary>
        /// <param name="name">What it is called by, as in <c>FS.List</c>.</param>
        /// <param name="arguments">The form of its arguments, as in Mongoose OS: <c>{filename: %Q}</c>.</param>
        /// <param name="handler">Carries it out.</param>
        public RpcMethod(string name, string arguments, RpcHandler handler)
        {
            Name = name;
            Arguments = arguments;
            Handler = handler;
        }

        /// <summary>What it is called by.</summary>
        public string Name { get; }

        /// <summary>The form of its arguments.</summary>
        public string Arguments { get; }

        /// <summary>Carries it out.</summary>
        public RpcHandler Handler { get; }
    }
}
