using System.Text;
using nanoFramework.M2Mqtt.Codec;
using nanoFramework.M2Mqtt.Exceptions;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>CONNECT: opens a session (OASIS MQTT 3.1.1, 3.1; OASIS MQTT 5.0, 3.1).</summary>
    public partial class MqttMsgConnect : MqttMsgBase
    {
        /// <summary>Keep-alive period in seconds where none is given.</summary>
        internal const ushort KeepAlivePeriodDefault = 60;

        private const string ProtocolName31 = "MQIsdp";
        private const string ProtocolName311 = "MQTT";

        private const int UsernameFlag = 0x80;
        private const int PasswordFlag = 0x40;
        private const int WillRetainFlag = 0x20;
        private const int WillQosShift = 3;
        private const int WillFlagBit = 0x04;
        private const int CleanSessionFlag = 0x02;

        /// <summary>Makes an empty packet.</summary>
        public MqttMsgConnect()
        {
            Type = MqttMessageType.Connect;
        }

        /// <summary>Makes a packet of MQTT 3.1.1 with a clean session, without will and without credentials.</summary>
        public MqttMsgConnect(string clientId)
            : this(clientId, null, null, false, MqttQoSLevel.AtLeastOnce, false, null, null, true, KeepAlivePeriodDefault, MqttProtocolVersion.Version_3_1_1)
        {
        }

        /// <summary>Makes a packet; keepAlivePeriod is in seconds.</summary>
        public MqttMsgConnect(
            string clientId,
            string username,
            string password,
            bool willRetain,
            MqttQoSLevel willQosLevel,
            bool willFlag,
            string willTopic,
            string willMessage,
            bool cleanSession,
            ushort keepAlivePeriod,
            MqttProtocolVersion protocolVersion)
            : this()
        {
            ClientId = clientId;
            Username = username;
            Password = password;
            WillRetain = willRetain;
            WillQosLevel = (byte)willQosLevel;
            WillFlag = willFlag;
            WillTopic = willTopic;
            WillMessage = willMessage;
            CleanSession = cleanSession;
            KeepAlivePeriod = keepAlivePeriod;
            ProtocolVersion = protocolVersion;
            ProtocolName = protocolVersion == MqttProtocolVersion.Version_3_1 ? ProtocolName31 : ProtocolName311;
        }

        /// <summary>MQTT, or MQIsdp for version 3.1.</summary>
        public string ProtocolName { get; set; }

        /// <summary>Version that is announced.</summary>
        public MqttProtocolVersion ProtocolVersion { get; set; }

        /// <summary>Client identifier.</summary>
        public string ClientId { get; set; }

        /// <summary>True has the will retained.</summary>
        public bool WillRetain { get; set; }

        /// <summary>QoS of the will, 0 to 2.</summary>
        public byte WillQosLevel { get; set; }

        /// <summary>True where there is a will.</summary>
        public bool WillFlag { get; set; }

        /// <summary>Topic of the will.</summary>
        public string WillTopic { get; set; }

        /// <summary>Payload of the will.</summary>
        public string WillMessage { get; set; }

        /// <summary>User name; null or empty = none.</summary>
        public string Username { get; set; }

        /// <summary>Password; null or empty = none.</summary>
        public string Password { get; set; }

        /// <summary>True starts a new session.</summary>
        public bool CleanSession { get; set; }

        /// <summary>Seconds, 0 = off.</summary>
        public ushort KeepAlivePeriod { get; set; }

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

        /// <summary>Seconds that the broker waits before it publishes the will, MQTT 5.0 only.</summary>
        public uint WillDelayInterval { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given; the version is read from the packet.</summary>
        /// <exception cref="MqttClientException">An unknown protocol name, wrong flags, a missing identifier, or a malformed packet.</exception>
        public static MqttMsgConnect Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgConnect message = new MqttMsgConnect { ProtocolName = reader.ReadString() };
            if (message.ProtocolName != ProtocolName31 && message.ProtocolName != ProtocolName311)
            {
                throw new MqttClientException(MqttClientErrorCode.InvalidProtocolName);
            }

            message.ProtocolVersion = (MqttProtocolVersion)reader.ReadByte();
            ExpectFlags(fixedHeaderFirstByte, 0, message.ProtocolVersion);
            int flags = reader.ReadByte();
            if ((flags & 0x01) != 0 && message.ProtocolVersion != MqttProtocolVersion.Version_3_1)
            {
                throw new MqttClientException(MqttClientErrorCode.InvalidConnectFlags);
            }

            message.WillRetain = (flags & WillRetainFlag) != 0;
            message.WillQosLevel = (byte)((flags >> WillQosShift) & 0x03);
            message.WillFlag = (flags & WillFlagBit) != 0;
            message.CleanSession = (flags & CleanSessionFlag) != 0;
            message.KeepAlivePeriod = (ushort)reader.ReadUInt16();
            bool version5 = HasProperties(message.ProtocolVersion);
            if (version5)
            {
                message.ReadProperties(reader.ReadProperties());
            }

            message.ClientId = reader.ReadString();
            if (message.ClientId.Length == 0 && !message.CleanSession && message.ProtocolVersion == MqttProtocolVersion.Version_3_1_1)
            {
                throw new MqttClientException(MqttClientErrorCode.InvalidClientId);
            }

            if (message.WillFlag)
            {
                if (version5)
                {
                    message.ReadWillProperties(reader.ReadProperties());
                }

                message.WillTopic = reader.ReadString();
                byte[] will = reader.ReadBinary();
                message.WillMessage = will.Length == 0 ? string.Empty : Encoding.UTF8.GetString(will, 0, will.Length);
            }

            message.Username = (flags & UsernameFlag) != 0 ? reader.ReadString() : null;
            message.Password = (flags & PasswordFlag) != 0 ? reader.ReadString() : null;
            reader.ExpectEnd();
            return message;
        }

        /// <inheritdoc/>
        /// <exception cref="MqttClientException">WillWrong: the parts of the will do not go together.</exception>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            ValidateWill();
            PacketWriter writer = new PacketWriter(64);
            writer.WriteString(ProtocolVersion == MqttProtocolVersion.Version_3_1 ? ProtocolName31 : ProtocolName311);
            writer.WriteByte((int)ProtocolVersion);
            writer.WriteByte(ConnectFlags());
            writer.WriteUInt16(KeepAlivePeriod);
            bool version5 = HasProperties(ProtocolVersion);
            if (version5)
            {
                writer.WriteProperties(Properties());
            }

            writer.WriteString(ClientId);
            if (WillFlag)
            {
                if (version5)
                {
                    PropertyWriter will = new PropertyWriter();
                    will.UInt32(MqttProperty.WillDelayInterval, WillDelayInterval);
                    writer.WriteProperties(will);
                }

                writer.WriteString(WillTopic);
                writer.WriteString(WillMessage);
            }

            if (!string.IsNullOrEmpty(Username))
            {
                writer.WriteString(Username);
            }

            if (!string.IsNullOrEmpty(Password))
            {
                writer.WriteString(Password);
            }

            return writer.ToPacket(Type, 0);
        }

        private int ConnectFlags()
        {
            return (string.IsNullOrEmpty(Username) ? 0 : UsernameFlag)
                | (string.IsNullOrEmpty(Password) ? 0 : PasswordFlag)
                | (WillRetain ? WillRetainFlag : 0)
                | (WillFlag ? WillFlagBit | (WillQosLevel << WillQosShift) : 0)
                | (CleanSession ? CleanSessionFlag : 0);
        }

        private void ValidateWill()
        {
            bool wrong = WillQosLevel > (byte)MqttQoSLevel.ExactlyOnce;
            if (ProtocolVersion != MqttProtocolVersion.Version_3_1)
            {
                wrong |= WillFlag ? string.IsNullOrEmpty(WillTopic) || string.IsNullOrEmpty(WillMessage) : WillRetain;
            }

            if (wrong)
            {
                throw new MqttClientException(MqttClientErrorCode.WillWrong);
            }
        }
    }
}
