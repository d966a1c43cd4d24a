using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The client, with the step lines of mbedTLS's demonstration: verifies the server and its name, shows this device's
    /// certificate, and waits for the first byte, which alone proves to a TLS 1.3 client that it was accepted.
    /// </summary>
    public sealed class TlsClientRole : ITlsClient
    {
        private const int FirstByteLimitMs = 10000;

        private readonly LeveledConsole _console;
        private readonly DeviceIdentity _identity;
        private readonly SslProtocols _version;

        /// <summary>Shows <paramref name="identity"/>.</summary>
        public TlsClientRole(LeveledConsole console, DeviceIdentity identity, bool tls13)
        {
            _console = console;
            _identity = identity;
            _version = TlsVersion.Of(tls13);
        }

        /// <inheritdoc/>
        /// <remarks>Name look-up (30 s) and connect (about 18 s) end by themselves; the handshake has no limit.</remarks>
        public void Run(string host, int port)
        {
            Step("Initializing seed CTR-DRBG...");
            Step("Loading CA certificate...");
            Step("Loading client certificate...");
            Step("Loading client private key...");
            var unusable = _identity.Check();
            if (unusable != null)
            {
                Step("failed: " + unusable.ToString());
                return;
            }

            Step("Setting up SSL configuration...");
            Step("Setting up SSL context...");
            Step("Connecting to server...");
            var verdict = Connect(host, port);
            if (verdict == null)
            {
                Step(RoleWords.Client.Success);
            }
            else
            {
                verdict.Tell(_console, RoleWords.Client);
            }
        }

        private HandshakeVerdict Connect(string host, int port)
        {
            Socket socket = null;
            try
            {
                var address = HostAddress.Of(host);
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Connect(new IPEndPoint(address, port));
            }
            catch (SocketException e)
            {
                if (socket != null)
                {
                    socket.Close();
                }

                return HandshakeVerdict.NotConnected(e.ErrorCode);
            }

            using (var stream = new SslStream(socket))
            {
                return Talk(socket, stream, host);
            }
        }

        private HandshakeVerdict Talk(Socket socket, SslStream stream, string host)
        {
            Step("Starting handshake...");
            try
            {
                // The only value that verifies anything; VerifyPeer does not.
                stream.SslVerification = SslVerification.CertificateRequired;
                stream.UseStoredDeviceCertificate = _identity.IsStored;
                stream.AuthenticateAsClient(host, _identity.Certificate, _version);
                var hello = Encoding.UTF8.GetBytes("hello from the client\n");
                stream.Write(hello, 0, hello.Length);
                socket.ReceiveTimeout = FirstByteLimitMs;
                return stream.Read(hello, 0, 1) == 0 ? HandshakeVerdict.Ended : null;
            }
            catch (Exception e)
            {
                return ErrorCodes.Verdict(e);
            }
        }

        private void Step(string text)
        {
            _console.Tell("tls", text);
        }
    }
}
