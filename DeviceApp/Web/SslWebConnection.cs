using System;
using System.Net.Security;
using System.Net.Sockets;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// One TLS connection at a place. The firmware's write spins, and stops every thread, while the peer does not read: so it is
    /// given only as much as lwIP's send buffer takes once the socket can be written to.
    /// </summary>
    public sealed class SslWebConnection : IWebConnection
    {
        private const int LargestWrite = 1400;
        private const int LargestWait = 200;
        private const int Patience = 30000;
        private const int RecordLimitMs = 2000;

        private readonly Socket _socket;
        private readonly SslStream _stream;
        private readonly WebPlaces _places;
        private int _waited;

        /// <summary>Uses both; closing them is the caller's.</summary>
        public SslWebConnection(Socket socket, SslStream stream, WebPlaces places)
        {
            _socket = socket;
            _stream = stream;
            _places = places;

            // Read begins with a part of a record that is there; it then waits for all of it.
            socket.ReceiveTimeout = RecordLimitMs;
        }

        /// <inheritdoc/>
        public bool IsWanted
        {
            get { return _places.IsWanted; }
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count, int timeoutMs)
        {
            try
            {
                if (_places.HasEnded)
                {
                    return 0;
                }

                if (!_stream.DataAvailable && !_socket.Poll(timeoutMs * 1000, SelectMode.SelectRead))
                {
                    return -1;
                }

                var read = _stream.Read(buffer, offset, count);
                _waited = 0;
                return read;
            }
            catch (SocketException e)
            {
                return e.ErrorCode == Tls.SocketErrors.TimedOut ? -1 : 0;
            }
            catch (Exception)
            {
                return 0;
            }
        }

        /// <inheritdoc/>
        public bool Write(byte[] buffer, int offset, int count)
        {
            try
            {
                while (count > 0)
                {
                    var part = count < LargestWrite ? count : LargestWrite;
                    while (!_socket.Poll(LargestWait * 1000, SelectMode.SelectWrite))
                    {
                        // Since the last byte that the peer has sent: a download that it takes as slowly as it can must end too.
                        _waited += LargestWait;
                        if (_waited >= Patience || _places.HasEnded)
                        {
                            return false;
                        }
                    }

                    _stream.Write(buffer, offset, part);
                    offset += part;
                    count -= part;
                }

                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }
    }
}
