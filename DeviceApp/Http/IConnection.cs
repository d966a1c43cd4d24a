using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>One open connection.</summary>
    public interface IConnection
    {
        /// <summary>Reads what has arrived, waiting for it up to <paramref name="timeoutMs"/> (above 0).</summary>
        /// <returns>Bytes read; 0 when the other side has closed.</returns>
        /// <exception cref="LinkException">It broke, or nothing came in time.</exception>
        int Read(byte[] buffer, int offset, int count, int timeoutMs);

        /// <summary>Writes everything.</summary>
        /// <exception cref="LinkException">It broke.</exception>
        void Write(byte[] bytes, int offset, int count);

        /// <summary>Closes it; the object is of no use after that.</summary>
        void Close();
    }

    /// <summary>Opens connections.</summary>
    public interface IConnector
    {
        /// <summary>Connects to <paramref name="host"/>.</summary>
        /// <exception cref="LinkException">It could not be opened, or the other side is not who it should be.</exception>
        IConnection Open(string host, int port);
    }
}
