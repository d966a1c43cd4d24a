using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Asks a server without showing a client certificate, to see whether the server itself is in order.</summary>
    public interface IServerProbe
    {
        /// <summary>Requests <paramref name="url"/>.</summary>
        /// <returns>The status of the answer.</returns>
        /// <exception cref="LinkException">The server could not be reached or verified, or refused the connection.</exception>
        int Ask(string url);
    }
}
