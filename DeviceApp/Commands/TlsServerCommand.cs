using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>tls server</c>: takes mutual-TLS connections, and tells about each.</summary>
    public sealed class TlsServerCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "tls server"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return "[PORT [COUNT]]"; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "takes mutual-TLS connections until a key, COUNT of them or 5 min without one; port 4433, any free one with 0"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            var own = TlsArguments.Own(arguments);
            if (own.Problem != null)
            {
                device.Console.Tell("tls", "not understood: " + own.Problem);
            }
            else if (TlsArguments.IsReady(device))
            {
                device.TlsServer.Run(own.Port, own.Count);
            }
        }
    }
}
