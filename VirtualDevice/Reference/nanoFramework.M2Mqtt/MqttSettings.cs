namespace nanoFramework.M2Mqtt
{
    /// <summary>Limits that all clients of the device share: there is one instance.</summary>
    public class MqttSettings
    {
        /// <summary>TCP port of MQTT.</summary>
        public const int BrokerDefaultPort = 1883;

        /// <summary>TCP port of MQTT over TLS.</summary>
        public const int BrokerDefaultSslPort = 8883;

        /// <summary>Milliseconds that an answer may take.</summary>
        public const int DefaultTimeout = 30000;

        /// <summary>How often a packet is sent before it is given up.</summary>
        public const int MaximumAttemptsRetry = 3;

        /// <summary>Milliseconds until an unacknowledged packet is sent again.</summary>
        public const int DefaultDelayRetry = 1000;

        /// <summary>Milliseconds; kept for its name, the firmware has no time limit for connecting.</summary>
        public const int ConnectTimeout = 30000;

        /// <summary>No limit.</summary>
        public const int DefaultInflightQueueSize = int.MaxValue;

        private static readonly MqttSettings s_instance = new MqttSettings();

        private MqttSettings()
        {
            Port = BrokerDefaultPort;
            SslPort = BrokerDefaultSslPort;
            TimeoutOnConnection = ConnectTimeout;
            TimeoutOnReceiving = DefaultTimeout;
            AttemptsOnRetry = MaximumAttemptsRetry;
            DelayOnRetry = DefaultDelayRetry;
            InflightQueueSize = DefaultInflightQueueSize;
            ValidateServerCertificate = true;
        }

        /// <summary>The one instance.</summary>
        public static MqttSettings Instance => s_instance;

        /// <summary>Port of the last client made without TLS.</summary>
        public int Port { get; internal set; }

        /// <summary>Port of the last client made with TLS.</summary>
        public int SslPort { get; internal set; }

        /// <summary>Milliseconds; informative.</summary>
        public int TimeoutOnConnection { get; internal set; }

        /// <summary>Milliseconds; informative.</summary>
        public int TimeoutOnReceiving { get; internal set; }

        /// <summary>How often a packet is sent before it is given up.</summary>
        public int AttemptsOnRetry { get; internal set; }

        /// <summary>Milliseconds until an unacknowledged packet is sent again.</summary>
        public int DelayOnRetry { get; internal set; }

        /// <summary>How many packets may wait to be sent or acknowledged; Publish throws beyond that.</summary>
        public int InflightQueueSize { get; set; }

        /// <summary>False makes every client connect without verifying the broker's certificate.</summary>
        public bool ValidateServerCertificate { get; set; }
    }
}
