using System.IO;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace System.Net.Security
{
    /// <summary>
    /// TLS over a connected socket, with mbedTLS's semantics: the peer is verified only where <see cref="SslVerification"/> is
    /// CertificateRequired, against the device's stored CA bundle and the CA of the call, by the device's clock.
    /// </summary>
    public class SslStream : NetworkStream
    {
        private const int NoContext = -1;

        private SslVerification _sslVerification = SslVerification.CertificateRequired;
        private bool _useStoredDeviceCertificate;
        private int _sslContext = NoContext;
        private bool _isServer;

        /// <exception cref="NotSupportedException">Not a stream socket.</exception>
        public SslStream(Socket socket)
            : base(socket, false)
        {
            if (_socketType != (int)SocketType.Stream)
            {
                throw new NotSupportedException();
            }
        }

        ~SslStream()
        {
            Dispose(false);
        }

        /// <summary>CertificateRequired unless set. Every other value verifies nobody.</summary>
        public SslVerification SslVerification
        {
            get => _sslVerification;
            set => _sslVerification = value;
        }

        /// <summary>Presents the certificate and key of the device's store instead of those of the call.</summary>
        public bool UseStoredDeviceCertificate
        {
            get => _useStoredDeviceCertificate;
            set => _useStoredDeviceCertificate = value;
        }

        public bool IsServer => _isServer;

        /// <summary>Bytes left of the record that the last Read has begun.</summary>
        public override long Length
        {
            get
            {
                ThrowIfDisposed();
                return SslNative.DataAvailable(_socket);
            }
        }

        /// <summary>True while the record that the last Read has begun has bytes left; false although other bytes wait on the socket.</summary>
        public override bool DataAvailable
        {
            get
            {
                ThrowIfDisposed();
                return SslNative.DataAvailable(_socket) > 0;
            }
        }

        public void AuthenticateAsClient(string targetHost, SslProtocols enabledSslProtocols) =>
            Authenticate(false, targetHost, null, null, enabledSslProtocols);

        public void AuthenticateAsClient(string targetHost, X509Certificate clientCertificate, SslProtocols enabledSslProtocols) =>
            Authenticate(false, targetHost, clientCertificate, null, enabledSslProtocols);

        /// <summary>Handshake as a client. Blocks without a time limit; ReceiveTimeout does not count.</summary>
        /// <param name="targetHost">Server name to ask for (SNI) and to verify the certificate against.</param>
        /// <param name="clientCertificate">Own certificate; its key is used only if it is an X509Certificate2.</param>
        /// <param name="ca">Trusted in addition to the device's CA bundle.</param>
        /// <param name="enabledSslProtocols">None offers TLS 1.3 only.</param>
        /// <exception cref="System.Security.Cryptography.CryptographicException">The handshake failed; see its ErrorCode.</exception>
        public void AuthenticateAsClient(
            string targetHost, X509Certificate clientCertificate, X509Certificate ca, SslProtocols enabledSslProtocols) =>
            Authenticate(false, targetHost, clientCertificate, ca, enabledSslProtocols);

        /// <summary>
        /// Handshake as a server. With <see cref="SslVerification"/> at CertificateRequired the client must present a certificate that
        /// chains to the device's stored CA bundle.
        /// </summary>
        public void AuthenticateAsServer(X509Certificate serverCertificate, SslProtocols enabledSslProtocols) =>
            Authenticate(true, "", serverCertificate, null, enabledSslProtocols);

        /// <summary>Handshake as a server that verifies NOBODY, whatever <paramref name="clientCertificateRequired"/> says.</summary>
        public void AuthenticateAsServer(X509Certificate serverCertificate, bool clientCertificateRequired, SslProtocols enabledSslProtocols)
        {
            SslVerification = clientCertificateRequired ? SslVerification.VerifyClientOnce : SslVerification.NoVerification;
            Authenticate(true, "", serverCertificate, null, enabledSslProtocols);
        }

        /// <summary>Waits for decrypted bytes; 0 when the peer has closed.</summary>
        /// <exception cref="SocketException">TimedOut after ReceiveTimeout; -1 where the connection failed, which is also how a TLS 1.3
        /// client learns that its own certificate was refused.</exception>
        public override int Read(byte[] buffer, int offset, int size)
        {
            ThrowIfDisposed();
            CheckRange(buffer, offset, size);
            return SslNative.SecureRead(_socket, buffer, offset, size, _socket.ReceiveTimeout);
        }

        public override void Write(byte[] buffer, int offset, int size)
        {
            ThrowIfDisposed();
            CheckRange(buffer, offset, size);
            SslNative.SecureWrite(_socket, buffer, offset, size, _socket.SendTimeout);
        }

        /// <summary>Says goodbye to the peer and closes the socket too.</summary>
        [MethodImpl(MethodImplOptions.Synchronized)]
        protected override void Dispose(bool disposing)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            if (_socket != null && _socket.m_Handle != -1)
            {
                SslNative.SecureCloseSocket(_socket);
                _socket.m_Handle = -1;
            }

            LeaveContext();
        }

        private void Authenticate(bool asServer, string targetHost, X509Certificate own, X509Certificate ca, SslProtocols protocols)
        {
            if (_sslContext != NoContext)
            {
                throw new InvalidOperationException();
            }

            _isServer = asServer;
            try
            {
                if (asServer)
                {
                    _sslContext = SslNative.SecureServerInit((int)protocols, (int)_sslVerification, own, ca, _useStoredDeviceCertificate);
                    SslNative.SecureAccept(_sslContext, _socket);
                }
                else
                {
                    _sslContext = SslNative.SecureClientInit((int)protocols, (int)_sslVerification, own, ca, _useStoredDeviceCertificate);
                    SslNative.SecureConnect(_sslContext, targetHost, _socket);
                }
            }
            catch
            {
                LeaveContext();
                throw;
            }
        }

        private void LeaveContext()
        {
            if (_sslContext != NoContext)
            {
                SslNative.ExitSecureContext(_sslContext);
                _sslContext = NoContext;
            }
        }

        private void ThrowIfDisposed()
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }
        }
    }
}
