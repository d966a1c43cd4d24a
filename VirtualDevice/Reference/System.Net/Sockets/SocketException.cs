namespace System.Net.Sockets
{
    /// <summary>A socket call failed.</summary>
    public class SocketException : Exception
    {
        private int _errorCode;

        public SocketException(SocketError errorCode)
        {
            _errorCode = (int)errorCode;
        }

        /// <summary>
        /// A <see cref="SocketError"/> value. -1 where TLS fails after its handshake. On firmware up to System.Net native
        /// 100.2.0.12 a raw negative mbedTLS code where the handshake fails.
        /// </summary>
        public int ErrorCode => _errorCode;
    }
}
