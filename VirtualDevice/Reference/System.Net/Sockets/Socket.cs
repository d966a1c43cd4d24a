using System.Runtime.CompilerServices;
using System.Threading;

namespace System.Net.Sockets
{
    /// <summary>A Berkeley socket. At most 16 at a time, 8 of them listening.</summary>
    public partial class Socket : IDisposable
    {
        // The native boundary reads this field, and expects it to be the first one.
        internal int m_Handle = -1;

        private int m_recvTimeout = Timeout.Infinite;
        private int m_sendTimeout = Timeout.Infinite;
        private SocketType _socketType = SocketType.Unknown;
        private EndPoint _rightEndPoint;

        /// <exception cref="SocketException">ProtocolNotSupported: ProtocolType must fit SocketType (Tcp or IP for Stream, Udp or IP for
        /// Dgram). NoBufferSpaceAvailable: 16 sockets are open.</exception>
        public Socket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType)
        {
            m_Handle = NativeSocket.socket((int)addressFamily, (int)socketType, (int)protocolType);
            _socketType = socketType;
        }

        private Socket(int handle)
        {
            m_Handle = handle;
            _socketType = SocketType.Stream;
        }

        ~Socket()
        {
            Dispose(false);
        }

        /// <summary>Bytes that can be read at once.</summary>
        public int Available
        {
            get
            {
                ThrowIfClosed();
                uint count = 0;
                NativeSocket.ioctl(this, NativeSocket.FIONREAD, ref count);
                return (int)count;
            }
        }

        public EndPoint LocalEndPoint
        {
            get
            {
                ThrowIfClosed();
                NativeSocket.getsockname(this, out EndPoint endPoint);
                return endPoint;
            }
        }

        public EndPoint RemoteEndPoint
        {
            get
            {
                ThrowIfClosed();
                NativeSocket.getpeername(this, out EndPoint endPoint);
                return endPoint;
            }
        }

        /// <summary>True once Connect or Bind has succeeded and until Close; it does not tell whether the peer is still there.</summary>
        public bool Connected => _rightEndPoint != null && m_Handle != -1;

        /// <summary>Milliseconds; -1 (the default) and 0 wait for ever. Not observed by a TLS handshake.</summary>
        public int ReceiveTimeout
        {
            get => m_recvTimeout;
            set => m_recvTimeout = CheckedTimeout(value);
        }

        /// <summary>Milliseconds; -1 (the default) and 0 wait for ever.</summary>
        public int SendTimeout
        {
            get => m_sendTimeout;
            set => m_sendTimeout = CheckedTimeout(value);
        }

        public SocketType SocketType => _socketType;

        public void Bind(EndPoint localEP)
        {
            ThrowIfClosed();
            EndPoint snapshot = Snapshot(localEP);
            NativeSocket.bind(this, snapshot);
            Remember(snapshot);
        }

        /// <summary>Connects; there is no time limit of its own.</summary>
        /// <exception cref="SocketException">HostUnreachable: no network is joined. WouldBlock: refused (the board's own number for it).</exception>
        public void Connect(EndPoint remoteEP)
        {
            ThrowIfClosed();
            EndPoint snapshot = Snapshot(remoteEP);
            NativeSocket.connect(this, snapshot, false);
            Poll(-1, SelectMode.SelectWrite);
            Remember(snapshot);
        }

        public void Close() => ((IDisposable)this).Dispose();

        public void Listen(int backlog)
        {
            ThrowIfClosed();
            NativeSocket.listen(this, backlog);
        }

        /// <summary>Waits for a connection, for ever.</summary>
        public Socket Accept()
        {
            ThrowIfClosed();
            Poll(-1, SelectMode.SelectRead);
            return new Socket(NativeSocket.accept(this));
        }

        public int Send(byte[] buffer) => Send(buffer, 0, LengthOf(buffer), SocketFlags.None);

        public int Send(byte[] buffer, SocketFlags socketFlags) => Send(buffer, 0, LengthOf(buffer), socketFlags);

        public int Send(byte[] buffer, int size, SocketFlags socketFlags) => Send(buffer, 0, size, socketFlags);

        /// <summary>Sends all bytes, or fails.</summary>
        public int Send(byte[] buffer, int offset, int size, SocketFlags socketFlags)
        {
            ThrowIfClosed();
            return NativeSocket.send(this, buffer, offset, size, (int)socketFlags, m_sendTimeout);
        }

        public int SendTo(byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP)
        {
            ThrowIfClosed();
            int sent = NativeSocket.sendto(this, buffer, offset, size, (int)socketFlags, m_sendTimeout, remoteEP);
            Remember(remoteEP);
            return sent;
        }

        public int SendTo(byte[] buffer, int size, SocketFlags socketFlags, EndPoint remoteEP) => SendTo(buffer, 0, size, socketFlags, remoteEP);

        public int SendTo(byte[] buffer, SocketFlags socketFlags, EndPoint remoteEP) => SendTo(buffer, 0, LengthOf(buffer), socketFlags, remoteEP);

        public int SendTo(byte[] buffer, EndPoint remoteEP) => SendTo(buffer, 0, LengthOf(buffer), SocketFlags.None, remoteEP);

        public int Receive(byte[] buffer) => Receive(buffer, 0, LengthOf(buffer), SocketFlags.None);

        public int Receive(byte[] buffer, SocketFlags socketFlags) => Receive(buffer, 0, LengthOf(buffer), socketFlags);

        public int Receive(byte[] buffer, int size, SocketFlags socketFlags) => Receive(buffer, 0, size, socketFlags);

        /// <summary>Waits for the first bytes and returns what there is; 0 when the peer has closed.</summary>
        public int Receive(byte[] buffer, int offset, int size, SocketFlags socketFlags)
        {
            ThrowIfClosed();
            return NativeSocket.recv(this, buffer, offset, size, (int)socketFlags, m_recvTimeout);
        }

        /// <exception cref="SocketException">NotConnected: neither bound nor sent from yet.</exception>
        public int ReceiveFrom(byte[] buffer, int offset, int size, SocketFlags socketFlags, ref EndPoint remoteEP)
        {
            ThrowIfClosed();
            if (_rightEndPoint == null)
            {
                throw new SocketException(SocketError.NotConnected);
            }

            return NativeSocket.recvfrom(this, buffer, offset, size, (int)socketFlags, m_recvTimeout, ref remoteEP);
        }

        public int ReceiveFrom(byte[] buffer, int size, SocketFlags socketFlags, ref EndPoint remoteEP) =>
            ReceiveFrom(buffer, 0, size, socketFlags, ref remoteEP);

        public int ReceiveFrom(byte[] buffer, SocketFlags socketFlags, ref EndPoint remoteEP) =>
            ReceiveFrom(buffer, 0, LengthOf(buffer), socketFlags, ref remoteEP);

        public int ReceiveFrom(byte[] buffer, ref EndPoint remoteEP) =>
            ReceiveFrom(buffer, 0, LengthOf(buffer), SocketFlags.None, ref remoteEP);

        /// <summary>Waits until the socket can be read, can be written or has failed.</summary>
        /// <param name="microSeconds">How long to wait; negative waits for ever.</param>
        /// <param name="mode">What to wait for.</param>
        /// <returns>False when the time is over.</returns>
        public bool Poll(int microSeconds, SelectMode mode)
        {
            ThrowIfClosed();
            return NativeSocket.poll(this, (int)mode, microSeconds);
        }

        [MethodImpl(MethodImplOptions.Synchronized)]
        protected virtual void Dispose(bool disposing)
        {
            if (m_Handle == -1)
            {
                return;
            }

            NativeSocket.close(this);
            m_Handle = -1;
        }

        void IDisposable.Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        private static int CheckedTimeout(int value)
        {
            if (value < Timeout.Infinite)
            {
                throw new ArgumentOutOfRangeException();
            }

            return value == 0 ? Timeout.Infinite : value;
        }

        private static int LengthOf(byte[] buffer) => buffer == null ? 0 : buffer.Length;

        private static EndPoint Snapshot(EndPoint endPoint)
        {
            var ip = endPoint as IPEndPoint;
            return ip == null ? endPoint : new IPEndPoint(ip.Address.Snapshot(), ip.Port);
        }

        private void Remember(EndPoint endPoint)
        {
            if (_rightEndPoint == null)
            {
                _rightEndPoint = endPoint;
            }
        }

        private void ThrowIfClosed()
        {
            if (m_Handle == -1)
            {
                throw new ObjectDisposedException();
            }
        }
    }
}
