namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Numbers of errors, as Mongoose OS uses them: those of HTTP.</summary>
    public static class RpcCode
    {
        /// <summary>Arguments that cannot be used.</summary>
        public const int BadArguments = 400;

        /// <summary>Nobody may do that.</summary>
        public const int Forbidden = 403;

        /// <summary>No such method or key.</summary>
        public const int NotFound = 404;

        /// <summary>It failed.</summary>
        public const int Failed = 500;
    }
}
