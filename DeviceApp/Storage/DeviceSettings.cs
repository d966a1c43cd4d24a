using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// What can be set without rebuilding, with its defaults. Wi-Fi credentials are not here: the board keeps them itself.
    /// </summary>
    public sealed class DeviceSettings
    {
        /// <summary>Name of this device: the CN of its certificate, the MQTT client id and a part of its topics.</summary>
        public string DeviceId = "secure-esp";

        /// <summary>Host of the HTTPS endpoint; its certificate must carry this name.</summary>
        public string HttpsHost = "server.test";

        /// <summary>Port of the HTTPS endpoint.</summary>
        public int HttpsPort = 443;

        /// <summary>Path that is requested, with its query.</summary>
        public string HttpsPath = "/";

        /// <summary>Whether the server is confirmed without a client certificate first.</summary>
        public bool HttpsProbe = true;

        /// <summary>Host of the MQTT broker; its certificate must carry this name.</summary>
        public string MqttHost = "server.test";

        /// <summary>Port of the MQTT broker.</summary>
        public int MqttPort = 8883;

        /// <summary>TLS 1.3 only where true, TLS 1.2 only where false. Firmware images before July 2026 need 1.2.</summary>
        public bool Tls13 = true;

        /// <summary>File with the device's certificate and its intermediates, PEM; empty for the pair in the board's certificate store.</summary>
        public string CertificateFile = "";

        /// <summary>File with the certificate's private key, PEM; empty for the pair in the board's certificate store.</summary>
        public string KeyFile = "";

        /// <summary>Password of that key; empty where it is not encrypted. Never shown.</summary>
        public string KeyPassword = "";

        /// <summary>File with CAs, PEM, that servers are verified against beside those of the board's certificate store; empty for none.</summary>
        public string CaFile = "";

        /// <summary>Port of this device's own HTTPS server; 0 for no server.</summary>
        public int WebPort = 443;

        /// <summary>File with the certificate of that server and its intermediates, PEM; empty for none, and then there is no server.</summary>
        public string WebCertificateFile = "";

        /// <summary>File with that certificate's private key, PEM.</summary>
        public string WebKeyFile = "";

        /// <summary>File with the operators' CA, PEM: callers must show a certificate of it. Empty: anybody may call.</summary>
        public string WebCaFile = "";

        /// <summary>SNTP server.</summary>
        public string TimeServer = "pool.ntp.org";

        /// <summary>Where updates come from, an https URL; empty for nowhere.</summary>
        public string UpdateUrl = "";

        /// <summary>What this device is: it takes bundles for this product.</summary>
        public string UpdateProduct = "Blink";

        /// <summary>Largest bundle, in kilobytes; the flash must hold two.</summary>
        public int UpdateSlotKilobytes = 640;

        /// <summary>Seconds in which an updated application must reach broker and update server.</summary>
        public int UpdateConfirmSeconds = 90;

        /// <summary>The number for no GPIO.</summary>
        public const int NoPin = 255;

        /// <summary>Seconds without a key at the question for the network after which a device without one opens its access point.</summary>
        public int AccessPointAfter = 60;

        /// <summary>GPIO of the button that opens the access point when it is held at boot; <see cref="NoPin"/> for none.</summary>
        public int AccessPointButton = NoPin;

        /// <summary>GPIO of the hosted application's LED.</summary>
        public int BlinkPin = 9;

        /// <summary>Where the HTTPS endpoint is asked.</summary>
        public string HttpsUrl
        {
            get { return "https://" + HttpsHost + ":" + HttpsPort.ToString() + HttpsPath; }
        }

        /// <summary>The TLS version in words.</summary>
        public string TlsName
        {
            get { return Tls13 ? "TLS 1.3" : "TLS 1.2"; }
        }
    }
}
