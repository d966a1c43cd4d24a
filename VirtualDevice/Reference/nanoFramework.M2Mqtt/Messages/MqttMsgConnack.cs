using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>CONNACK: the answer to CONNECT (OASIS MQTT 3.1.1, 3.2; OASIS MQTT 5.0, 3.2).</summary>
    public class MqttMsgConnack : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgConnack()
        {
            Type = MqttMessageType.ConnectAck;
        }

        /// <summary>True where the broker had kept the session.</summary>
        public bool SessionPresent { get; set; }

        /// <summary>Return code of MQTT 3.1.1, or reason code of MQTT 5.0.</summary>
        public MqttReasonCode ReturnCode { get; set; }

        /// <summary>Seconds that the broker keeps the session, MQTT 5.0 only.</summary>
        public uint SessionExpiryInterval { get; set; }

        /// <summary>How many QoS 1 and 2 messages may be unacknowledged, MQTT 5.0 only.</summary>
        public ushort ReceiveMaximum { get; set; } = ushort.MaxValue;

        /// <summary>True where the broker named QoS 1 as its highest, MQTT 5.0 only.</summary>
        public bool MaximumQoS { get; set; }

        /// <summary>True where the broker said that it retains, MQTT 5.0 only; false also where it said nothing.</summary>
        public bool RetainAvailable { get; set; }

        /// <summary>Client identifier that the broker chose, MQTT 5.0 only.</summary>
        public string AssignedClientIdentifier { get; set; }

        /// <summary>Highest topic alias, MQTT 5.0 only.</summary>
        public ushort TopicAliasMaximum { get; set; }

        /// <summary>Reason in words, MQTT 5.0 only.</summary>
        public string Reason { get; set; }

        /// <summary>True where the broker said so, MQTT 5.0 only.</summary>
        public bool WildcardSubscriptionAvailable { get; set; }

        /// <summary>True where the broker said so, MQTT 5.0 only.</summary>
        public bool SubscriptionIdentifiersAvailable { get; set; }

        /// <summary>True where the broker said so, MQTT 5.0 only.</summary>
        public bool SharedSubscriptionAvailable { get; set; }

        /// <summary>Keep-alive period in seconds that the broker demands, 0 = none, MQTT 5.0 only. The client does not follow it.</summary>
        public ushort ServerKeepAlive { get; set; }

        /// <summary>Base for response topics, MQTT 5.0 only.</summary>
        public string ResponseInformation { get; set; }

        /// <summary>Another broker to use, MQTT 5.0 only.</summary>
        public string ServerReference { get; set; }

        /// <summary>Name of the authentication method, MQTT 5.0 only.</summary>
        public string AuthenticationMethod { get; set; }

        /// <summary>Data of the authentication method, MQTT 5.0 only.</summary>
        public byte[] AuthenticationData { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgConnack Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgConnack message = new MqttMsgConnack();
            int flags = reader.ReadByte();
            if (protocolVersion != MqttProtocolVersion.Version_3_1)
            {
                if (flags > 1)
                {
                    throw PacketReader.Malformed();
                }

                message.SessionPresent = flags == 1;
            }

            message.ReturnCode = (MqttReasonCode)reader.ReadByte();

            // A broker that does not speak 5.0 answers with a short CONNACK of 3.1.1 and a refusal.
            if (HasProperties(protocolVersion) && reader.Remaining > 0)
            {
                message.ReadProperties(reader.ReadProperties());
            }

            reader.ExpectEnd();
            return message;
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            PacketWriter writer = new PacketWriter(16);
            writer.WriteByte(SessionPresent && protocolVersion != MqttProtocolVersion.Version_3_1 ? 1 : 0);
            writer.WriteByte((int)ReturnCode);
            if (HasProperties(protocolVersion))
            {
                writer.WriteProperties(Properties());
            }

            return writer.ToPacket(Type, 0);
        }

        private PropertyWriter Properties()
        {
            PropertyWriter properties = new PropertyWriter();
            properties.UInt32(MqttProperty.SessionExpiryInterval, SessionExpiryInterval);
            properties.UInt16(MqttProperty.ReceiveMaximum, ReceiveMaximum == ushort.MaxValue ? 0 : ReceiveMaximum);
            properties.Flag(MqttProperty.MaximumQoS, MaximumQoS);
            properties.Flag(MqttProperty.RetainAvailable, RetainAvailable);
            properties.Text(MqttProperty.AssignedClientIdentifier, AssignedClientIdentifier);
            properties.UInt16(MqttProperty.TopicAliasMaximum, TopicAliasMaximum);
            properties.Text(MqttProperty.ReasonString, Reason);
            properties.Flag(MqttProperty.WildcardSubscriptionAvailable, WildcardSubscriptionAvailable);
            properties.Flag(MqttProperty.SubscriptionIdentifierAvailable, SubscriptionIdentifiersAvailable);
            properties.Flag(MqttProperty.SharedSubscriptionAvailable, SharedSubscriptionAvailable);
            properties.UInt16(MqttProperty.ServerKeepAlive, ServerKeepAlive);
            properties.Text(MqttProperty.ResponseInformation, ResponseInformation);
            properties.Text(MqttProperty.ServerReference, ServerReference);
            properties.Text(MqttProperty.AuthenticationMethod, AuthenticationMethod);
            properties.Binary(MqttProperty.AuthenticationData, AuthenticationData);
            properties.UInt32(MqttProperty.MaximumPacketSize, MaximumPacketSize);
            properties.UserProperties(UserProperties);
            return properties;
        }

        private void ReadProperties(PropertyReader properties)
        {
            PacketReader value = properties.Value;
            while (properties.Next(out MqttProperty property))
            {
                switch (property)
                {
                    case MqttProperty.SessionExpiryInterval:
                        SessionExpiryInterval = value.ReadUInt32();
                        break;
                    case MqttProperty.ReceiveMaximum:
                        ReceiveMaximum = (ushort)value.ReadUInt16();
                        break;
                    case MqttProperty.MaximumQoS:
                        MaximumQoS = value.ReadFlag();
                        break;
                    case MqttProperty.RetainAvailable:
                        RetainAvailable = value.ReadFlag();
                        break;
                    case MqttProperty.AssignedClientIdentifier:
                        AssignedClientIdentifier = value.ReadString();
                        break;
                    case MqttProperty.TopicAliasMaximum:
                        TopicAliasMaximum = (ushort)value.ReadUInt16();
                        break;
                    case MqttProperty.ReasonString:
                        Reason = value.ReadString();
                        break;
                    case MqttProperty.WildcardSubscriptionAvailable:
                        WildcardSubscriptionAvailable = value.ReadFlag();
                        break;
                    case MqttProperty.SubscriptionIdentifierAvailable:
                        SubscriptionIdentifiersAvailable = value.ReadFlag();
                        break;
                    case MqttProperty.SharedSubscriptionAvailable:
                        SharedSubscriptionAvailable = value.ReadFlag();
                        break;
                    case MqttProperty.ServerKeepAlive:
                        ServerKeepAlive = (ushort)value.ReadUInt16();
                        break;
                    case MqttProperty.ResponseInformation:
                        ResponseInformation = value.ReadString();
                        break;
                    case MqttProperty.ServerReference:
                        ServerReference = value.ReadString();
                        break;
                    case MqttProperty.AuthenticationMethod:
                        AuthenticationMethod = value.ReadString();
                        break;
                    case MqttProperty.AuthenticationData:
                        AuthenticationData = value.ReadBinary();
                        break;
                    case MqttProperty.MaximumPacketSize:
                        MaximumPacketSize = value.ReadUInt32();
                        break;
                    default:
                        properties.ReadUserProperty(property, this);
                        break;
                }
            }
        }
    }
}
