using System;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>Finds the number in an exception of a connection.</summary>
    public static class ErrorCodes
    {
        /// <summary>The verdict on a connection that stood.</summary>
        public static HandshakeVerdict Verdict(Exception exception)
        {
            if (exception is CryptographicException cryptographic)
            {
                return HandshakeVerdict.OfCryptographicError(cryptographic.ErrorCode);
            }

            return exception is SocketException socket ? HandshakeVerdict.OfSocketError(socket.ErrorCode) : HandshakeVerdict.Ended;
        }
    }
}
