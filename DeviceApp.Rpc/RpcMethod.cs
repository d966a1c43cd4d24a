namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Carries a call out. Writes at most one value to its result; nothing means null.</summary>
    public delegate void RpcAction(RpcCall call);

    /// <summary>A method that can be called.</summary>
    public sealed class RpcMethod
    {
        /// <summary>Makes one.</summary>
        /// <param name="name">What it is called by, as in <c>FS.List</c>.</param>
        /// <param name="arguments">The form of its arguments, as in Mongoose OS: <c>{filename: %Q}</c>.</param>
        /// <param name="handler">Carries it out.</param>
        /// <param name="isReading">Whether it changes nothing.</param>
        public RpcMethod(string name, string arguments, RpcAction handler, bool isReading)
        {
            Name = name;
            Arguments = arguments;
            Handler = handler;
            IsReading = isReading;
        }

        /// <summary>What it is called by.</summary>
        public string Name { get; }

        /// <summary>The form of its arguments.</summary>
        public string Arguments { get; }

        /// <summary>Carries it out.</summary>
        public RpcAction Handler { get; }

        /// <summary>Whether it changes nothing: then a mere link may call it.</summary>
        public bool IsReading { get; }
    }
}
