using System;
using System.IO;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>Finds the exception that tells something inside those that libraries wrap it in, and explains it.</summary>
    public static class ExceptionWords
    {
        private const int MaxDepth = 8;

        /// <summary>Explains <paramref name="exception"/>.</summary>
        public static Failure Of(Exception exception)
        {
            var inner = exception;
            for (var depth = 0; depth < MaxDepth; depth++)
            {
                if (inner is LinkException link)
                {
                    return link.Failure;
                }

                if (inner is CryptographicException cryptographic)
                {
                    return TlsWords.OfCryptographicError(cryptographic.ErrorCode);
                }

                if (inner is SocketException socket)
                {
                    return TlsWords.OfSocketError(socket.ErrorCode);
                }

                if (inner.InnerException == null)
                {
                    break;
                }

                inner = inner.InnerException;
            }

            return Unknown(inner);
        }

        private static Failure Unknown(Exception exception)
        {
            var name = exception.GetType().Name;
            var message = exception.Message;
            if (exception is OutOfMemoryException)
            {
                return new Failure(name, "there is not enough memory", "");
            }

            if (exception is IOException && string.IsNullOrEmpty(message))
            {
                message = "the connection broke";
            }

            return new Failure(name, string.IsNullOrEmpty(message) ? "it failed without an explanation" : message, "");
        }
    }
}
