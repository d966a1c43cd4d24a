using System;
using System.Net.Security;
using System.Net.Sockets;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>The TLS of this device's own server: its certificate, and who may call.</summary>
    public sealed class WebTls
    {
        private const int ReceiveLimitSeconds = 5;

        private readonly DeviceIdentity _identity;
        private readonly OperatorTrust _operators;
        private readonly SslProtocols _version;

        /// <summary>As the settings say.</summary>
        public WebTls(DeviceSettings settings)
        {
            _identity = DeviceIdentity.OfServer(settings);
            _operators = new OperatorTrust(settings.WebCaFile);
            _version = TlsVersion.Of(settings.Tls13);
        }

        /// <summary>Whether only operators get in.</summary>
        public bool VerifiesOperators
        {
            get { return _operators.IsSet; }
        }

        /// <summary>Whether the server can do what the settings say.</summary>
        /// <returns>Why not; null where it can.</returns>
        public Failure Check()
        {
            if (_identity.IsStored)
            {
                return new Failure(
                    "no certificate", "this device has no certificate of its own for it",
                    "Set " + SettingKeys.WebCertificateFile + " and " + SettingKeys.WebKeyFile);
            }

            return _identity.Check() ?? _operators.Check();
        }

        /// <summary>Does the handshake with a peer that has sent its first message whole.</summary>
        /// <returns>Why there is no connection; null where there is.</returns>
        public HandshakeVerdict Accept(Socket socket, SslStream stream)
        {
            try
            {
                LimitReceiving(socket);

                // CertificateRequired with the TWO-argument form verifies the client. The three-argument form, whatever it is told,
                // and every other value verify nobody.
                stream.SslVerification = VerifiesOperators ? SslVerification.CertificateRequired : SslVerification.NoVerification;
                stream.UseStoredDeviceCertificate = false;
                stream.AuthenticateAsServer(_identity.Certificate, _version);
                return null;
            }
            catch (Exception e)
            {
                return ErrorCodes.Verdict(e);
            }
        }

        // ReceiveTimeout does not count in a handshake, but lwIP's own option does: a struct timeval, whose seconds are the first four
        // or eight bytes. Each wait of the handshake for the peer then ends. Firmware without the option goes on without it.
        private static void LimitReceiving(Socket socket)
        {
            var limit = new byte[16];
            limit[0] = ReceiveLimitSeconds;
            try
            {
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout, limit);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}
