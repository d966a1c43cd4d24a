namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>The client of a mutual-TLS demonstration.</summary>
    public interface ITlsClient
    {
        /// <summary>Talks to a server, and tells on the console how that goes.</summary>
        void Run(string host, int port);
    }

    /// <summary>The server of a mutual-TLS demonstration.</summary>
    public interface ITlsServer
    {
        /// <summary>Takes connections one after the other, and tells about each on the console.</summary>
        /// <param name="port">Where; 0 for any free port.</param>
        /// <param name="count">After how many it ends; 0 for no such limit.</param>
        void Run(int port, int count);
    }
}
