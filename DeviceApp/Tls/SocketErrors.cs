namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The positive error codes of <c>SocketException</c> (nanoFramework System.Net, SocketError). A refused connection
    /// is 10035 on the ESP32, since its connect does not block; 10061 elsewhere.
    /// </summary>
    public static class SocketErrors
    {
        /// <summary>The code of an operation that took too long.</summary>
        public const int TimedOut = 10060;

        private const string Refusal = "Check the server's log; in TLS 1.3 the refusal of a client certificate, or of none, shows like this";

        /// <summary>Explains a code.</summary>
        public static Failure Explain(int code)
        {
            switch (code)
            {
                case 10024: return Of("TooManyOpenSockets", code, "all 16 sockets of the board are in use", "");
                case 10035: return Of("WouldBlock", code, "the connection was refused", "Check that the server runs, and its port");
                case 10049: return Of("AddressNotAvailable", code, "that address cannot be used", "");
                case 10050: return Of("NetworkDown", code, "the network is down", "");
                case 10051: return Of("NetworkUnreachable", code, "there is no way to that network", "Check the Wi-Fi network's gateway");
                case 10053: return Of("ConnectionAborted", code, "the other side ended the connection", Refusal);
                case 10054: return Of("ConnectionReset", code, "the other side reset the connection", Refusal);
                case 10057: return Of("NotConnected", code, "there is no connection", "");
                case TimedOut: return Of("TimedOut", code, "the other side did not answer in time", "Check that it runs and that no firewall drops the packets");
                case 10061: return Of("ConnectionRefused", code, "nothing listens on that port", "Check that the server runs, and its port");
                case 10064: return Of("HostDown", code, "the host is down", "");
                case 10065: return Of("HostUnreachable", code, "there is no way to that host", "Check that it is on and in the same network");
                case 11001: return Of("HostNotFound", code, "the name cannot be resolved", "Check the host's name and the network's DNS");
                case 11002: return Of("TryAgain", code, "the name server did not answer", "Try again later");
                case 11003: return Of("NoRecovery", code, "the name server failed", "");
                case 11004: return Of("NoData", code, "the name has no address", "Check the host's name");
                default: return Of("SocketError", code, "the network connection failed", "");
            }
        }

        private static Failure Of(string name, int code, string meaning, string remedy)
        {
            return new Failure(name + " (" + code.ToString() + ")", meaning, remedy);
        }
    }
}
