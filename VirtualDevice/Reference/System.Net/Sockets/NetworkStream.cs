using System.IO;
using System.Threading;

namespace System.Net.Sockets
{
    /// <summary>A stream over a connected socket.</summary>
    public class NetworkStream : Stream
    {
        internal Socket _socket;

        protected int _socketType;
        protected EndPoint _remoteEndPoint;
        protected bool _disposed;

        private readonly bool _ownsSocket;

        public NetworkStream(Socket socket)
            : this(socket, false)
        {
        }

        /// <exception cref="IOException">The socket is not connected.</exception>
        public NetworkStream(Socket socket, bool ownsSocket)
        {
            if (socket == null)
            {
                throw new ArgumentNullException();
            }

            try
            {
                _remoteEndPoint = socket.RemoteEndPoint;
            }
            catch (Exception cause)
            {
                var error = (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error);
                throw new IOException(error.ToString(), cause);
            }

            _socket = socket;
            _socketType = (int)socket.SocketType;
            _ownsSocket = ownsSocket;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanTimeout => true;

        public override bool CanWrite => true;

        /// <summary>Milliseconds; -1 waits for ever. 0 is refused.</summary>
        public override int ReadTimeout
        {
            get => _socket.ReceiveTimeout;
            set => _socket.ReceiveTimeout = CheckedTimeout(value);
        }

        /// <summary>Milliseconds; -1 waits for ever. 0 is refused.</summary>
        public override int WriteTimeout
        {
            get => _socket.SendTimeout;
            set => _socket.SendTimeout = CheckedTimeout(value);
        }

        /// <summary>Bytes that can be read at once.</summary>
        public override long Length
        {
            get
            {
                ThrowIfUnusable();
                return _socket.Available;
            }
        }

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public virtual bool DataAvailable
        {
            get
            {
                ThrowIfUnusable();
                return _socket.Available > 0;
            }
        }

        /// <summary>Closes after a pause.</summary>
        /// <param name="timeout">Milliseconds; -1 sleeps for ever.</param>
        public void Close(int timeout)
        {
            if (timeout < Timeout.Infinite)
            {
                throw new ArgumentOutOfRangeException();
            }

            Thread.Sleep(timeout);
            Close();
        }

        /// <summary>Does nothing: writes are not buffered.</summary>
        public override void Flush()
        {
        }

        /// <summary>Waits for the first bytes; 0 when the peer has closed.</summary>
        public override int Read(byte[] buffer, int offset, int count)
        {
            ThrowIfUnusable();
            CheckRange(buffer, offset, count);

            int available = _socket.Available;
            if (available > 0 && available < count)
            {
                count = available;
            }

            if (_socketType == (int)SocketType.Stream)
            {
                return _socket.Receive(buffer, offset, count, SocketFlags.None);
            }

            if (_socketType == (int)SocketType.Dgram)
            {
                return _socket.ReceiveFrom(buffer, offset, count, SocketFlags.None, ref _remoteEndPoint);
            }

            throw new NotSupportedException();
        }

        /// <exception cref="NotImplementedException">Always, as in the real library.</exception>
        public override int Read(SpanByte buffer) => throw new NotImplementedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            ThrowIfUnusable();
            CheckRange(buffer, offset, count);

            int sent;
            if (_socketType == (int)SocketType.Stream)
            {
                sent = _socket.Send(buffer, offset, count, SocketFlags.None);
            }
            else if (_socketType == (int)SocketType.Dgram)
            {
                sent = _socket.SendTo(buffer, offset, count, SocketFlags.None, _socket.RemoteEndPoint);
            }
            else
            {
                throw new NotSupportedException();
            }

            if (sent != count)
            {
                throw new IOException();
            }
        }

        internal static void CheckRange(byte[] buffer, int offset, int count)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (offset < 0 || offset > buffer.Length || count < 0 || count > buffer.Length - offset)
            {
                throw new ArgumentOutOfRangeException();
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            if (disposing && _ownsSocket)
            {
                _socket.Close();
            }
        }

        private static int CheckedTimeout(int value)
        {
            if (value == 0 || value < Timeout.Infinite)
            {
                throw new ArgumentOutOfRangeException();
            }

            return value;
        }

        private void ThrowIfUnusable()
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }

            if (_socket.m_Handle == -1)
            {
                throw new IOException();
            }
        }
    }
}
