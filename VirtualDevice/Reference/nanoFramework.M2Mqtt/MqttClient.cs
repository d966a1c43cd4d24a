using System;
using System.Collections;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt.Internal;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.M2Mqtt.Session;

namespace nanoFramework.M2Mqtt
{
    /// <summary>
    /// MQTT client. The name of the broker is resolved when the client is made, and never again; a lost connection is not made again
    /// by itself; handlers run on one thread of the connection, except where noted.
    /// </summary>
    public partial class MqttClient : IMqttClient, IDisposable
    {
        private readonly object _lock = new object();
        private IMqttNetworkChannel _channel;
        private InflightQueue _inflight;
        private MqttClientSession _session;
        private MqttConnection _connection;
        private MqttMsgAuthenticationEventHandler _authentication;
        private ushort _lastMessageId;

        /// <summary>Names a broker at port 1883, without TLS.</summary>
        /// <exception cref="System.Net.Sockets.SocketException">The name is unknown.</exception>
        public MqttClient(string brokerHostName)
            : this(brokerHostName, MqttSettings.BrokerDefaultPort, false, null, null, MqttSslProtocols.None)
        {
        }

        /// <summary>
        /// Names a broker. For a secure connection a null caCert leaves the verdict to the stored CA bundle, a null clientCert presents
        /// the stored device certificate.
        /// </summary>
        /// <exception cref="System.Net.Sockets.SocketException">The name is unknown.</exception>
        public MqttClient(string brokerHostName, int brokerPort, bool secure, X509Certificate caCert, X509Certificate clientCert, MqttSslProtocols sslProtocol)
        {
            Initialize(brokerHostName, brokerPort, secure, caCert, clientCert, sslProtocol);
        }

        /// <summary>Handles a message of MqttMsgPublishReceived; kept for its name, the event uses the type of IMqttClient.</summary>
        public delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

        /// <summary>Kept for its name, the event uses the type of IMqttClient.</summary>
        public delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

        /// <summary>Kept for its name, the event uses the type of IMqttClient.</summary>
        public delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);

        /// <summary>Kept for its name, the event uses the type of IMqttClient.</summary>
        public delegate void MqttMsgUnsubscribedEventHandler(object sender, MqttMsgUnsubscribedEventArgs e);

        /// <summary>Handles an AUTH packet.</summary>
        public delegate void MqttMsgAuthenticationEventHandler(object sender, MqttMsgAuthenticationEventArgs e);

        /// <summary>Handles CONNACK.</summary>
        public delegate void ConnectionOpenedEventHandler(object sender, ConnectionOpenedEventArgs e);

        /// <summary>Kept for its name, the event uses the type of IMqttClient.</summary>
        public delegate void ConnectionClosedEventHandler(object sender, EventArgs e);

        /// <summary>Handles the broker's DISCONNECT.</summary>
        public delegate void ConnectionClosedRequestEventHandler(object sender, ConnectionClosedRequestEventArgs e);

        /// <inheritdoc/>
        public event IMqttClient.MqttMsgPublishEventHandler MqttMsgPublishReceived;

        /// <inheritdoc/>
        public event IMqttClient.MqttMsgPublishedEventHandler MqttMsgPublished;

        /// <inheritdoc/>
        public event IMqttClient.MqttMsgSubscribedEventHandler MqttMsgSubscribed;

        /// <inheritdoc/>
        public event IMqttClient.MqttMsgUnsubscribedEventHandler MqttMsgUnsubscribed;

        /// <summary>CONNACK has come, whatever its code. Raised on the receiving thread, before Connect returns.</summary>
        public event ConnectionOpenedEventHandler ConnectionOpened;

        /// <summary>The connection has ended, by Disconnect or by a failure; not raised by Close and Dispose.</summary>
        public event IMqttClient.ConnectionClosedEventHandler ConnectionClosed;

        /// <summary>The broker has sent DISCONNECT, MQTT 5.0 only. Raised on the receiving thread.</summary>
        public event ConnectionClosedRequestEventHandler ConnectionClosedRequest;

        /// <summary>Never raised: in the real library AUTH packets do not reach this event either. See <see cref="IsAuthenticationFlow"/>.</summary>
        public event MqttMsgAuthenticationEventHandler Authentication
        {
            add { _authentication += value; }
            remove { _authentication -= value; }
        }

        /// <inheritdoc/>
        public bool IsConnected { get; private set; }

        /// <summary>Client identifier of the last accepted connection.</summary>
        public string ClientId { get; private set; }

        /// <summary>Clean session flag of the last accepted connection.</summary>
        public bool CleanSession { get; private set; }

        /// <summary>Will flag of the last accepted connection.</summary>
        public bool WillFlag { get; private set; }

        /// <summary>QoS of the will.</summary>
        public MqttQoSLevel WillQosLevel { get; private set; }

        /// <summary>Topic of the will.</summary>
        public string WillTopic { get; private set; }

        /// <summary>Payload of the will.</summary>
        public string WillMessage { get; private set; }

        /// <summary>Version for the next Connect; 3.1.1 by default.</summary>
        public MqttProtocolVersion ProtocolVersion { get; set; }

        /// <summary>Name of the authentication method, MQTT 5.0 only.</summary>
        public string AuthenticationMethod { get; set; }

        /// <summary>Data of the authentication method, MQTT 5.0 only.</summary>
        public byte[] AuthenticationData { get; set; }

        /// <summary>Seconds that the broker shall keep the session, MQTT 5.0 only.</summary>
        public uint SessionExpiryInterval { get; set; }

        /// <summary>True asks for reasons in words, MQTT 5.0 only.</summary>
        public bool RequestProblemInformation { get; set; }

        /// <summary>True asks for a base of response topics, MQTT 5.0 only.</summary>
        public bool RequestResponseInformation { get; set; }

        /// <summary>How many QoS 1 and 2 messages the broker may have unacknowledged, MQTT 5.0 only.</summary>
        public ushort ReceiveMaximum { get; set; } = ushort.MaxValue;

        /// <summary>Highest topic alias that is accepted, MQTT 5.0 only.</summary>
        public ushort TopicAliasMaximum { get; set; }

        /// <summary>Seconds between the loss of the connection and the will, MQTT 5.0 only; as in the real library it is not sent.</summary>
        public uint WillDelayInterval { get; set; }

        /// <summary>User properties (<see cref="UserProperty"/>) of CONNECT, MQTT 5.0 only.</summary>
        public ArrayList UserProperties { get; internal set; } = new ArrayList();

        /// <summary>Largest packet in bytes that the broker may send, 0 = no limit, MQTT 5.0 only.</summary>
        public uint MaximumPacketSize { get; set; }

        /// <summary>Always false.</summary>
        /// <exception cref="NotSupportedException">Set to true: the real library never delivers AUTH packets, such a flow cannot end.</exception>
        public bool IsAuthenticationFlow
        {
            get
            {
                return false;
            }

            set
            {
                if (value)
                {
                    throw new NotSupportedException("Enhanced authentication");
                }
            }
        }

        /// <summary>Limits; shared by all clients.</summary>
        public MqttSettings Settings => MqttSettings.Instance;

        /// <summary>Names another broker. A client certificate given here has no key and cannot be presented.</summary>
        /// <exception cref="System.Net.Sockets.SocketException">The name is unknown.</exception>
        public void Init(string brokerHostName, int brokerPort, bool secure, byte[] caCert, byte[] clientCert, MqttSslProtocols sslProtocol)
        {
            X509Certificate ca = caCert == null ? null : new X509Certificate(caCert);
            X509Certificate client = clientCert == null ? null : new X509Certificate(clientCert);
            Initialize(brokerHostName, brokerPort, secure, ca, client, sslProtocol);
        }

        private void Initialize(string hostName, int port, bool secure, X509Certificate ca, X509Certificate client, MqttSslProtocols sslProtocol)
        {
            ProtocolVersion = MqttProtocolVersion.Version_3_1_1;
            if (secure)
            {
                Settings.SslPort = port;
            }
            else
            {
                Settings.Port = port;
            }

            _session = null;
            _inflight = new InflightQueue(Settings);
            _channel = new MqttNetworkChannel(hostName, port, secure, ca, client, sslProtocol);
        }
    }
}
