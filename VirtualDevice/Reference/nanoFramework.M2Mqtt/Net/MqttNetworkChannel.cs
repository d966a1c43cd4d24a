using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace nanoFramework.M2Mqtt
{
    /// <summary>A TCP connection to the broker, with TLS or without.</summary>
    public class MqttNetworkChannel : IMqttNetworkChannel
    {
        private const int TimedOut = 10060;

        // The reader looks this often (ms) whether it shall stop, so that it is the stream's own thread that closes it.
        private const int StopPollPeriod = 250;

        private readonly bool _secure;
        private readonly X509Certificate _caCert;
        private readonly X509Certificate _clientCert;
        private readonly MqttSslProtocols _sslProtocol;
        private readonly object _lock = new object();
        private Socket _socket;
        private SslStream _stream;
        private bool _stopRequested;

        /// <summary>Takes over a connected socket, without TLS.</summary>
        public MqttNetworkChannel(Socket socket)
            : this(socket, false, null, MqttSslProtocols.None)
        {
        }

        /// <summary>Takes over a connected socket.</summary>
        /// <exception cref="NotSupportedException">secure: the library has no TLS server.</exception>
        public MqttNetworkChannel(Socket socket, bool secure, X509Certificate serverCert, MqttSslProtocols sslProtocol)
        {
            if (secure)
            {
                throw new NotSupportedException();
            }

            _socket = socket;
            _sslProtocol = sslProtocol;
            _socket.ReceiveTimeout = StopPollPeriod;
        }

        /// <summary>Names the broker, without TLS.</summary>
        public MqttNetworkChannel(string remoteHostName, int remotePort)
            : this(remoteHostName, remotePort, false, null, null, MqttSslProtocols.None)
        {
        }

        /// <summary>
        /// Names the broker and resolves its name, once for all connections. Without a CA the stored bundle decides, without a
        /// client certificate the stored device certificate is presented.
        /// </summary>
        /// <exception cref="SocketException">The name is unknown.</exception>
        public MqttNetworkChannel(string remoteHostName, int remotePort, bool secure, X509Certificate caCert, X509Certificate clientCert, MqttSslProtocols sslProtocol)
        {
            RemoteHostName = remoteHostName;
            RemotePort = remotePort;
            RemoteIpAddress = Resolve(remoteHostName);
            _secure = secure;
            _caCert = caCert;
            _clientCert = clientCert;
            _sslProtocol = sslProtocol;
        }

        /// <summary>Name of the broker; also the name that its certificate must bear.</summary>
        public string RemoteHostName { get; }

        /// <summary>Address that the name had when the channel was made.</summary>
        public IPAddress RemoteIpAddress { get; }

        /// <summary>TCP port of the broker.</summary>
        public int RemotePort { get; }

        /// <inheritdoc/>
        public bool DataAvailable => _secure ? _stream.DataAvailable : _socket.Available > 0;

        /// <inheritdoc/>
        public bool ValidateServerCertificate { get; set; } = true;

        private bool StopRequested
        {
            get
            {
                lock (_lock)
                {
                    return _stopRequested;
                }
            }
        }

        /// <inheritdoc/>
        public void Connect()
        {
            Close();
            _stopRequested = false;
            Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _socket = socket;
            socket.Connect(new IPEndPoint(RemoteIpAddress, RemotePort));
            if (_secure)
            {
                _stream = Authenticate(socket);
            }

            socket.SendTimeout = MqttSettings.DefaultTimeout;
            socket.ReceiveTimeout = StopPollPeriod;
        }

        /// <inheritdoc/>
        public int Send(byte[] buffer)
        {
            if (_secure)
            {
                SslStream stream = _stream ?? throw new ObjectDisposedException();
                stream.Write(buffer, 0, buffer.Length);
                return buffer.Length;
            }

            Socket socket = _socket ?? throw new ObjectDisposedException();
            int sent = 0;
            while (sent < buffer.Length)
            {
                sent += socket.Send(buffer, sent, buffer.Length - sent, SocketFlags.None);
            }

            return sent;
        }

        /// <inheritdoc/>
        public int Receive(byte[] buffer)
        {
            Socket socket = _socket ?? throw new ObjectDisposedException();
            int count = 0;
            while (count < buffer.Length)
            {
                int read = ReceiveSome(socket, _stream, buffer, count);
                if (read == 0)
                {
                    return 0;
                }

                count += read > 0 ? read : 0;
            }

            return count;
        }

        /// <inheritdoc/>
        public int Receive(byte[] buffer, int timeout)
        {
            return DataAvailable || _socket.Poll(timeout * 1000, SelectMode.SelectRead) ? Receive(buffer) : 0;
        }

        /// <inheritdoc/>
        public void Close()
        {
            SslStream stream = _stream;
            Socket socket = _socket;
            _stream = null;
            _socket = null;

            // The stream first: it says goodbye (close_notify) over the socket.
            stream?.Dispose();
            socket?.Close();
        }

        /// <summary>Does nothing: a channel made from a socket is already accepted.</summary>
        public void Accept()
        {
        }

        /// <summary>Makes Receive return 0 within a quarter of a second.</summary>
        internal void RequestStop()
        {
            lock (_lock)
            {
                _stopRequested = true;
            }
        }

        private static IPAddress Resolve(string hostName)
        {
            IPHostEntry entry = Dns.GetHostEntry(hostName);
            for (int i = 0; entry != null && i < entry.AddressList.Length; i++)
            {
                if (entry.AddressList[i] != null)
                {
                    return entry.AddressList[i];
                }
            }

            throw new Exception("the broker's name has no address");
        }

        private SslStream Authenticate(Socket socket)
        {
            SslStream stream = new SslStream(socket);
            stream.UseStoredDeviceCertificate = _clientCert == null;
            if (!ValidateServerCertificate)
            {
                stream.SslVerification = SslVerification.NoVerification;
            }

            stream.AuthenticateAsClient(RemoteHostName, _clientCert, _caCert, MqttSslUtility.ToSslPlatformEnum(_sslProtocol));
            return stream;
        }

        /// <summary>Bytes read; 0 where the peer has closed or a stop was requested; -1 where nothing came yet.</summary>
        private int ReceiveSome(Socket socket, SslStream stream, byte[] buffer, int offset)
        {
            if (StopRequested)
            {
                return 0;
            }

            try
            {
                int count = buffer.Length - offset;
                return _secure ? stream.Read(buffer, offset, count) : socket.Receive(buffer, offset, count, SocketFlags.None);
            }
            catch (SocketException e) when (e.ErrorCode == TimedOut)
            {
                return -1;
            }
        }
    }
}
