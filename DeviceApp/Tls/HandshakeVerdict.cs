using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>Why a handshake failed, with mbedTLS's number for it, in the lines of mbedTLS's demonstrations.</summary>
    public sealed class HandshakeVerdict
    {
        private const int VerifyFailed = -0x2700;
        private const int ConnectionReset = -0x50;
        private const int ConnectionEof = -0x7280;
        private const int TimedOut = -0x6800;
        private const int ConnectFailed = -0x44;
        private const int UnknownHost = -0x52;
        private const string Refused = "often it refused the certificate shown to it: look at its words";

        private readonly string _name;
        private readonly string _meaning;

        private HandshakeVerdict(int code, int flags, string name, string meaning)
        {
            Code = code;
            Flags = flags;
            _name = name;
            _meaning = meaning;
        }

        /// <summary>mbedTLS's number, negative; a positive one of the firmware's set-up errors where TLS could not begin.</summary>
        public int Code { get; }

        /// <summary>Why the peer's certificate was refused; 0 where it was not, or where the firmware does not tell.</summary>
        public int Flags { get; }

        /// <summary>The other side ended the connection before it was done.</summary>
        public static HandshakeVerdict Ended
        {
            get { return Of(ConnectionEof, "the other side closed the connection before it was done; " + Refused); }
        }

        /// <summary>The other side did not speak in time.</summary>
        public static HandshakeVerdict Silence
        {
            get { return Of(TimedOut, "the other side said nothing in time"); }
        }

        /// <summary>There is no connection to do a handshake on.</summary>
        /// <param name="socketError">The socket's error.</param>
        public static HandshakeVerdict NotConnected(int socketError)
        {
            var why = SocketErrors.Explain(socketError);
            var unknown = socketError >= 11001 && socketError <= 11004;
            return new HandshakeVerdict(
                unknown ? UnknownHost : ConnectFailed, 0, unknown ? "NET_UNKNOWN_HOST (-0x0052)" : "NET_CONNECT_FAILED (-0x0044)", why.Meaning + ", " + why.Name);
        }

        /// <summary>What a SocketException's code stands for; from it older firmware gives mbedTLS's number, without the flags.</summary>
        public static HandshakeVerdict OfSocketError(int code)
        {
            if (code == SocketErrors.TimedOut)
            {
                return Silence;
            }

            // -1 is the firmware's own number for a connection that broke; mbedTLS has none that is so small.
            return code == -1 || code > 0 ? Of(ConnectionReset, "the other side ended the connection; " + Refused) : Of(code, Meaning(code));
        }

        /// <summary>What a CryptographicException's code stands for: flags, mbedTLS's number, or a set-up error.</summary>
        public static HandshakeVerdict OfCryptographicError(int code)
        {
            if (code < 0)
            {
                return Of(code, Meaning(code));
            }

            if (code == 3 || code == 6 || code == 7)
            {
                var failure = TlsWords.OfCryptographicError(code);
                return new HandshakeVerdict(code, 0, failure.Name, failure.Meaning);
            }

            return new HandshakeVerdict(VerifyFailed, code, MbedTlsErrors.NameAndCode(VerifyFailed), "the other side's certificate is refused");
        }

        /// <summary>Tells it: number, reasons, name and meaning.</summary>
        public void Tell(LeveledConsole console, RoleWords words)
        {
            console.Tell("tls", words.Failure + ". Error code: " + Code.ToString());
            if (Flags != 0)
            {
                console.Tell("tls", words.Reasons + ": " + VerifyTexts.Of(Flags));
            }
            else
            {
                console.Tell("tls", Code == VerifyFailed ? words.Reasons + ": this firmware does not tell" : words.NoReason);
            }

            console.Tell("tls", _name + ": " + _meaning);
        }

        /// <summary>Name and meaning on one line.</summary>
        public override string ToString()
        {
            return _name + ": " + _meaning;
        }

        private static HandshakeVerdict Of(int code, string meaning)
        {
            return new HandshakeVerdict(code, 0, MbedTlsErrors.NameAndCode(code), meaning);
        }

        private static string Meaning(int code)
        {
            return code == VerifyFailed ? "the other side's certificate is refused" : MbedTlsErrors.Explain(code).Meaning;
        }
    }
}
