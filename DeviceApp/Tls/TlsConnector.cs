using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// Opens TLS connections: the server is verified against the stored CA bundle and the name asked for, and is shown the
    /// device's certificate, unless it is none of the device's business.
    /// </summary>
    public sealed class TlsConnector : IConnector
    {
        private readonly IClock _clock;
        private readonly DeviceIdentity _identity;
        private readonly ServerTrust _trust;
        private readonly bool _tls13;

        /// <summary>Connects with TLS 1.3 only, or with TLS 1.2 only.</summary>
        /// <param name="clock">Nothing is connected before it is set.</param>
        /// <param name="identity">What the server is shown; null for nothing.</param>
        /// <param name="trust">What servers are verified against.</param>
        /// <param name="tls13">TLS 1.3 where true.</param>
        public TlsConnector(IClock clock, DeviceIdentity identity, ServerTrust trust, bool tls13)
        {
            _clock = clock;
            _identity = identity;
            _trust = trust;
            _tls13 = tls13;
        }

        /// <inheritdoc/>
        /// <remarks>
        /// Name resolution (30 s in the firmware) and TCP connect (lwIP, about 18 s) end by themselves. The handshake is
        /// one native call without a limit: a server that stays silent in it holds up the whole device.
        /// </remarks>
        public IConnection Open(string host, int port)
        {
            if (!ClockRule.IsSet(_clock.UtcNow))
            {
                throw new LinkException(TlsWords.ClockNotSet());
            }

            Socket socket = null;
            SslStream stream = null;
            try
            {
                var own = _identity?.Certificate;
                var authorities = _trust.Authorities;
                var address = HostAddress.Of(host);
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Connect(new IPEndPoint(address, port));
                stream = new SslStream(socket);

                // The only value that verifies anything; VerifyPeer does not.
                stream.SslVerification = SslVerification.CertificateRequired;
                stream.UseStoredDeviceCertificate = _identity != null && _identity.IsStored;
                stream.AuthenticateAsClient(host, own, authorities, TlsVersion.Of(_tls13));
                return new TlsConnection(socket, stream);
            }
            catch (Exception e)
            {
                var failure = ExceptionWords.Of(e);
                if (stream != null)
                {
                    stream.Dispose();
                }
                else if (socket != null)
                {
                    socket.Close();
                }

                throw new LinkException(failure);
            }
        }
    }
}
