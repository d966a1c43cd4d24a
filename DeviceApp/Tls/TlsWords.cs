namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// Words for the codes of both firmware generations. System.Net native 100.2.0.12 reports everything as
    /// SocketException: a negative mbedTLS code, or a positive socket error. From 100.2.0.14 on TLS failures are
    /// CryptographicException: verify flags where a certificate was refused, else a negative mbedTLS code, else a small
    /// number for what failed before the handshake (nf-interpreter, sys_net_native.h, SslError).
    /// </summary>
    public static class TlsWords
    {
        private const string Store = "Store its PEM, ending in a NUL byte and with the key unencrypted, with nanoff's network deployment";

        /// <summary>Why nothing is connected before the clock is set.</summary>
        public static Failure ClockNotSet()
        {
            return new Failure("clock not set", "TLS is refused while the clock is not set", "Give the device a time server");
        }

        /// <summary>Explains a SocketException's code.</summary>
        public static Failure OfSocketError(int code)
        {
            return code < 0 ? MbedTlsErrors.Explain(code) : SocketErrors.Explain(code);
        }

        /// <summary>
        /// Explains a CryptographicException's code. Set-up errors and verify flags share their numbers: 3, 6 and 7 as
        /// flags would need a revocation list, which the firmware has none of, so they are set-up errors; all other
        /// positive numbers are read as flags.
        /// </summary>
        public static Failure OfCryptographicError(int code)
        {
            if (code < 0)
            {
                return MbedTlsErrors.Explain(code);
            }

            switch (code)
            {
                case 3: return new Failure("SslError.DrbgSeedFailed (3)", "the random generator could not be started", "Reboot the device");
                case 6: return new Failure("SslError.PrivateKeyParseFailed (6)", "the device's private key cannot be read", Store);
                case 7: return new Failure("SslError.CertificateParseFailed (7)", "the device's certificate cannot be read", Store);
                default: return VerifyFlags.Explain(code);
            }
        }
    }
}
