using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>tls client</c>: a mutual-TLS conversation with a server, step by step.</summary>
    public sealed class TlsClientCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "tls client"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return "HOST[:PORT]"; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "connects with mutual TLS, and tells how that goes; port 4433 where none is given"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            var peer = TlsArguments.Peer(arguments);
            if (peer.Problem != null)
            {
                device.Console.Tell("tls", "not understood: " + peer.Problem);
            }
            else if (TlsArguments.IsReady(device))
            {
                device.TlsClient.Run(peer.Host, peer.Port);
            }
        }
    }
}
