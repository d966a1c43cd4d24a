using System;
using System.Net.Security;
using System.Net.Sockets;
using SecureEsp.DeviceApp.Http;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>One open TLS connection. Read, written and closed by one thread.</summary>
    public sealed class TlsConnection : IConnection
    {
        private readonly Socket _socket;
        private readonly SslStream _stream;

        /// <summary>Takes over both.</summary>
        public TlsConnection(Socket socket, SslStream stream)
        {
            _socket = socket;
            _stream = stream;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count, int timeoutMs)
        {
            try
            {
                _socket.ReceiveTimeout = timeoutMs;
                return _stream.Read(buffer, offset, count);
            }
            catch (Exception e)
            {
                // In TLS 1.3 a server's refusal of our certificate shows only here, not in the handshake.
                throw new LinkException(ExceptionWords.Of(e));
            }
        }

        /// <inheritdoc/>
        public void Write(byte[] bytes, int offset, int count)
        {
            try
            {
                _stream.Write(bytes, offset, count);
            }
            catch (Exception e)
            {
                throw new LinkException(ExceptionWords.Of(e));
            }
        }

        /// <inheritdoc/>
        public void Close()
        {
            _stream.Dispose();
        }
    }
}
