namespace SecureEsp.DeviceApp.Web
{
    /// <summary>One open connection. Used by one thread. Never throws: a connection that broke is like one that was closed.</summary>
    public interface IWebConnection
    {
        /// <summary>Whether somebody waits for the place that this connection takes.</summary>
        bool IsWanted { get; }

        /// <summary>Reads what has arrived.</summary>
        /// <param name="timeoutMs">Longest wait in milliseconds, above 0.</param>
        /// <returns>Bytes read; 0 when it is closed or broken; -1 when nothing came in time.</returns>
        int Read(byte[] buffer, int offset, int count, int timeoutMs);

        /// <summary>Writes everything.</summary>
        /// <returns>False when it is closed or broken.</returns>
        bool Write(byte[] buffer, int offset, int count);
    }
}
