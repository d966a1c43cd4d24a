using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The server, with the step lines of mbedTLS's demonstration: every client must show a certificate that chains to the
    /// stored CA bundle. Takes one at a time.
    /// </summary>
    public sealed class TlsServerRole : ITlsServer
    {
        private const int IdleLimitMs = 300000;
        private const int LookMicroseconds = 250000;
        private const int SpeakLimitMicroseconds = 5000000;
        private const int HearLimitMs = 5000;
        private const int LongestLine = 256;
        private const int Backlog = 4;
        private const byte LineFeed = 10;

        private readonly LeveledConsole _console;
        private readonly IClock _clock;
        private readonly DeviceIdentity _identity;
        private readonly SslProtocols _version;

        /// <summary>Shows <paramref name="identity"/>.</summary>
        public TlsServerRole(LeveledConsole console, IClock clock, DeviceIdentity identity, bool tls13)
        {
            _console = console;
            _clock = clock;
            _identity = identity;
            _version = TlsVersion.Of(tls13);
        }

        /// <inheritdoc/>
        public void Run(int port, int count)
        {
            Step("Initializing seed CTR-DRBG ...");
            Step("Loading CA certificate...");
            Step("Loading server certificate...");
            Step("Loading server private key...");
            var unusable = _identity.Check();
            if (unusable != null)
            {
                Step("failed: " + unusable.ToString());
                return;
            }

            Step("Setting up SSL configuration...");
            Step("Setting up SSL context...");
            Step("Binding to port...");
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                listener.Bind(new IPEndPoint(IPAddress.Any, port));
                listener.Listen(Backlog);
                Step("The port is " + ((IPEndPoint)listener.LocalEndPoint).Port.ToString() + ".");
                Step("Server is running. Waiting for connections...");
                Serve(listener, count);
            }
            catch (SocketException e)
            {
                Step("failed: " + SocketErrors.Explain(e.ErrorCode).ToString());
            }
            finally
            {
                listener.Close();
            }
        }

        private void Serve(Socket listener, int count)
        {
            var taken = 0;
            var verified = 0;
            var why = "all connections taken";
            var idle = new Deadline(_clock, IdleLimitMs);
            while (count == 0 || taken < count)
            {
                if (IsKeyPressed())
                {
                    why = "a key was pressed";
                    break;
                }

                if (idle.Passed)
                {
                    why = "nobody connected for 5 min";
                    break;
                }

                if (listener.Poll(LookMicroseconds, SelectMode.SelectRead))
                {
                    taken++;
                    verified += Take(listener.Accept()) ? 1 : 0;
                    idle = new Deadline(_clock, IdleLimitMs);
                }
            }

            Step("Server ended, " + why + ": " + taken.ToString() + " connections, " + verified.ToString() + " verified.");
        }

        // A line feed is the second half of the Enter that started this.
        private bool IsKeyPressed()
        {
            while (_console.HasTyped)
            {
                if (_console.ReadByte(1) != LineFeed)
                {
                    return true;
                }
            }

            return false;
        }

        private bool Take(Socket socket)
        {
            Step("Client connected. Setting up SSL...");
            using (var stream = new SslStream(socket))
            {
                var verdict = Shake(socket, stream);
                if (verdict != null)
                {
                    verdict.Tell(_console, RoleWords.Server);
                    return false;
                }

                Step(RoleWords.Server.Success);
                Greet(socket, stream);
                return true;
            }
        }

        private HandshakeVerdict Shake(Socket socket, SslStream stream)
        {
            try
            {
                // A handshake has no limit and stops every thread: it is begun only with a client that has begun.
                if (!socket.Poll(SpeakLimitMicroseconds, SelectMode.SelectRead))
                {
                    return HandshakeVerdict.Silence;
                }

                // This value with the two-argument form verifies the client; the three-argument form verifies nobody.
                stream.SslVerification = SslVerification.CertificateRequired;
                stream.UseStoredDeviceCertificate = _identity.IsStored;
                stream.AuthenticateAsServer(_identity.Certificate, _version);
                return null;
            }
            catch (Exception e)
            {
                return ErrorCodes.Verdict(e);
            }
        }

        // The client was verified: that it hangs up or says nothing is its own business.
        private void Greet(Socket socket, SslStream stream)
        {
            try
            {
                var hello = Encoding.UTF8.GetBytes("hello from the server\n");
                stream.Write(hello, 0, hello.Length);
                var heard = new byte[1];
                var deadline = new Deadline(_clock, HearLimitMs);
                for (var i = 0; i < LongestLine && heard[0] != LineFeed && !deadline.Passed; i++)
                {
                    socket.ReceiveTimeout = deadline.Left + 1;
                    if (stream.Read(heard, 0, 1) == 0)
                    {
                        break;
                    }
                }
            }
            catch (SocketException e)
            {
                _console.Debug("tls", "the client did not say goodbye: " + e.ErrorCode.ToString());
            }
        }

        private void Step(string text)
        {
            _console.Tell("tls", text);
        }
    }
}
