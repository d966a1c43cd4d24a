namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>Keys of settings that other parts speak of.</summary>
    public static class SettingKeys
    {
        /// <summary>The file with the device's certificate.</summary>
        public const string CertificateFile = "tls.certificate";

        /// <summary>The file with its private key.</summary>
        public const string KeyFile = "tls.key";

        /// <summary>The password of an encrypted key. Its value is never shown.</summary>
        public const string KeyPassword = "tls.key.password";

        /// <summary>The file with further CAs for servers.</summary>
        public const string CaFile = "tls.ca";

        /// <summary>Where the device's own HTTPS server listens. This key and the three below are those of Mongoose OS.</summary>
        public const string WebPort = "http.listen_addr";

        /// <summary>The file with its certificate.</summary>
        public const string WebCertificateFile = "http.ssl_cert";

        /// <summary>The file with its private key.</summary>
        public const string WebKeyFile = "http.ssl_key";

        /// <summary>The file with the CA of its callers.</summary>
        public const string WebCaFile = "http.ssl_ca_cert";

        /// <summary>Where updates come from.</summary>
        public const string UpdateUrl = "update.url";

        /// <summary>What this device is.</summary>
        public const string UpdateProduct = "update.product";

        /// <summary>Size of a slot.</summary>
        public const string UpdateSlot = "update.slot";

        /// <summary>Time for a confirmation.</summary>
        public const string UpdateConfirm = "update.confirm";

        /// <summary>Silence after which the access point opens.</summary>
        public const string AccessPointAfter = "ap.after";

        /// <summary>The button that opens it.</summary>
        public const string AccessPointButton = "ap.button";
    }
}
