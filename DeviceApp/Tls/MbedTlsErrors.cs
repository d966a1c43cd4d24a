namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>Error codes of mbedTLS 3.6 (ssl.h, x509.h, pk.h, net_sockets.h), which the firmware passes on as they are.</summary>
    public static class MbedTlsErrors
    {
        private const string Store = "Store the device's certificate and unencrypted key again, with nanoff's network deployment";
        private const string Memory = "Close other connections; each TLS connection takes tens of kilobytes of internal RAM";

        /// <summary>Explains a code, which is negative.</summary>
        public static Failure Explain(int code)
        {
            return new Failure(NameAndCode(code), Meaning(code), Remedy(code));
        }

        /// <summary>Both, as in <c>SSL_CONN_EOF (-0x7280)</c>.</summary>
        public static string NameAndCode(int code)
        {
            return Name(code) + " (-0x" + (-code).ToString("X4") + ")";
        }

        private static string Meaning(int code)
        {
            switch (-code)
            {
                case 0x2700: return "the server's certificate was refused; this firmware generation does not say by which check";
                case 0x7780: return "the other side refused us with a fatal alert";
                case 0x6E00: return "no common TLS parameters could be agreed on";
                case 0x6E80: return "the server speaks no TLS version that is enabled here";
                case 0x7280: return "the other side closed the connection in the middle of the handshake";
                case 0x7880: return "the other side has closed the connection";
                case 0x7200: return "what arrived is no TLS";
                case 0x7180: return "a message was damaged or forged on its way";
                case 0x7480: return "the client sent no certificate";
                case 0x7600: return "this device has a certificate but no private key for it";
                case 0x7680: return "this device has no CA to check the server with";
                case 0x7700: return "the other side sent a message that does not belong there";
                case 0x7800: return "the server does not know the name that was asked for";
                case 0x7A00: return "the server's certificate is malformed or not made for a server";
                case 0x6600: return "the other side sent a parameter that is not allowed";
                case 0x6800: return "the other side did not answer in time";
                case 0x7300: return "a message of the other side cannot be decoded";
                case 0x5D80: return "a server cannot be verified without its name";
                case 0x5E80: return "the TLS configuration is not usable";
                case 0x7F00:
                case 0x2880:
                case 0x3F80: return "there is not enough memory for TLS";
                case 0x50: return "the other side reset the connection";
                case 0x4C: return "reading from the network failed";
                case 0x4E: return "writing to the network failed";
                case 0x2180:
                case 0x2780: return "a stored certificate cannot be read";
                case 0x3D00: return "the stored private key cannot be read";
                case 0x3C00: return "the stored private key is encrypted";
                case 0x3B80: return "the private key's password is wrong";
                case 0x6D00: return "a key is of another kind than the handshake needs";
                default: return "the TLS connection failed";
            }
        }

        private static string Remedy(int code)
        {
            switch (-code)
            {
                case 0x2700: return "Check the device's clock, its CA bundle, the host name, the certificate's dates and extended key usage";
                case 0x7780: return "Look at its log: often it does not trust, or misses, this device's certificate, or tls.version differs";
                case 0x6E00: return "Check the server's cipher suites, curves and signature algorithms";
                case 0x6E80: return "Set tls.version to what the server speaks";
                case 0x7280: return "Check that a TLS server listens on that port; it may also want a client certificate";
                case 0x7200: return "Check the port: a plain text service may listen there";
                case 0x7180: return "Try again; if it persists, something on the path alters the traffic";
                case 0x7600:
                case 0x2180:
                case 0x2780:
                case 0x3D00:
                case 0x3C00:
                case 0x6D00: return Store;
                case 0x7680: return "Store the CA chain on the device, with nanoff's network deployment";
                case 0x7800: return "Check https.host or mqtt.host";
                case 0x7A00: return "Give the server a certificate with the usages digitalSignature and serverAuth";
                case 0x5D80: return "Set https.host or mqtt.host";
                case 0x5E80: return "Check tls.version";
                case 0x7F00:
                case 0x2880:
                case 0x3F80: return Memory;
                case 0x50: return "Check the server's log; a server that refuses a client certificate may end it like this";
                default: return "";
            }
        }

        /// <summary>The name without the MBEDTLS_ERR_ before it; <c>mbedTLS error</c> where the code is not listed here.</summary>
        public static string Name(int code)
        {
            switch (-code)
            {
                case 0x1280: return "PEM_UNKNOWN_ENC_ALG";
                case 0x2180: return "X509_INVALID_FORMAT";
                case 0x2700: return "X509_CERT_VERIFY_FAILED";
                case 0x2780: return "X509_CERT_UNKNOWN_FORMAT";
                case 0x2880: return "X509_ALLOC_FAILED";
                case 0x3B80: return "PK_PASSWORD_MISMATCH";
                case 0x3C00: return "PK_PASSWORD_REQUIRED";
                case 0x3D00: return "PK_KEY_INVALID_FORMAT";
                case 0x3F80: return "PK_ALLOC_FAILED";
                case 0x4C: return "NET_RECV_FAILED";
                case 0x4E: return "NET_SEND_FAILED";
                case 0x50: return "NET_CONN_RESET";
                case 0x5D80: return "SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME";
                case 0x5E80: return "SSL_BAD_CONFIG";
                case 0x6600: return "SSL_ILLEGAL_PARAMETER";
                case 0x6800: return "SSL_TIMEOUT";
                case 0x6D00: return "SSL_PK_TYPE_MISMATCH";
                case 0x6E00: return "SSL_HANDSHAKE_FAILURE";
                case 0x6E80: return "SSL_BAD_PROTOCOL_VERSION";
                case 0x7180: return "SSL_INVALID_MAC";
                case 0x7200: return "SSL_INVALID_RECORD";
                case 0x7280: return "SSL_CONN_EOF";
                case 0x7300: return "SSL_DECODE_ERROR";
                case 0x7480: return "SSL_NO_CLIENT_CERTIFICATE";
                case 0x7600: return "SSL_PRIVATE_KEY_REQUIRED";
                case 0x7680: return "SSL_CA_CHAIN_REQUIRED";
                case 0x7700: return "SSL_UNEXPECTED_MESSAGE";
                case 0x7780: return "SSL_FATAL_ALERT_MESSAGE";
                case 0x7800: return "SSL_UNRECOGNIZED_NAME";
                case 0x7880: return "SSL_PEER_CLOSE_NOTIFY";
                case 0x7A00: return "SSL_BAD_CERTIFICATE";
                case 0x7F00: return "SSL_ALLOC_FAILED";
                default: return "mbedTLS error";
            }
        }
    }
}
