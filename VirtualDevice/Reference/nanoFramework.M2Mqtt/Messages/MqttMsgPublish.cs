using nanoFramework.M2Mqtt.Codec;
using nanoFramework.M2Mqtt.Exceptions;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>PUBLISH: an application message (OASIS MQTT 3.1.1, 3.3).</summary>
    public class MqttMsgPublish : MqttMsgBase
    {
        /// <summary>Makes an empty packet.</summary>
        public MqttMsgPublish()
        {
            Type = MqttMessageType.Publish;
        }

        /// <summary>Makes a packet with QoS 0, not retained.</summary>
        public MqttMsgPublish(string topic, byte[] message)
            : this(topic, message, false, MqttQoSLevel.AtMostOnce, false)
        {
        }

        /// <summary>Makes a packet.</summary>
        public MqttMsgPublish(string topic, byte[] message, bool dupFlag, MqttQoSLevel qosLevel, bool retain)
            : this()
        {
            Topic = topic;
            Message = message;
            DupFlag = dupFlag;
            QosLevel = qosLevel;
            Retain = retain;
        }

        /// <summary>Topic, without wildcards.</summary>
        public string Topic { get; set; }

        /// <summary>Payload; null is sent as an empty one.</summary>
        public byte[] Message { get; set; }

        /// <summary>True says that the payload is UTF-8 text, MQTT 5.0 only.</summary>
        public bool IsPayloadUTF8 { get; set; }

        /// <summary>Seconds that the broker keeps the message, 0 = for ever, MQTT 5.0 only.</summary>
        public uint MessageExpiryInterval { get; set; }

        /// <summary>Number that stands for the topic, 0 = none, MQTT 5.0 only.</summary>
        public ushort TopicAlias { get; set; }

        /// <summary>Where an answer shall be published, MQTT 5.0 only.</summary>
        public string ResponseTopic { get; set; }

        /// <summary>What an answer shall carry along, MQTT 5.0 only.</summary>
        public byte[] CorrelationData { get; set; }

        /// <summary>Number of the subscription that brought the message, 0 = none, MQTT 5.0 only.</summary>
        public int SubscriptionIdentifier { get; set; }

        /// <summary>Kind of payload, MQTT 5.0 only.</summary>
        public string ContentType { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        /// <exception cref="MqttClientException">QoS 3, a wildcard in the topic, or a malformed packet.</exception>
        public static MqttMsgPublish Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            MqttMsgPublish message = new MqttMsgPublish
            {
                QosLevel = (MqttQoSLevel)((fixedHeaderFirstByte >> 1) & 0x03),
                DupFlag = (fixedHeaderFirstByte & 0x08) != 0,
                Retain = (fixedHeaderFirstByte & 0x01) != 0
            };
            if (message.QosLevel > MqttQoSLevel.ExactlyOnce)
            {
                throw new MqttClientException(MqttClientErrorCode.QosNotAllowed);
            }

            PacketReader reader = PacketReader.Receive(channel);
            message.Topic = reader.ReadString();
            if (TopicName.HasWildcard(message.Topic))
            {
                throw new MqttClientException(MqttClientErrorCode.TopicWildcard);
            }

            if (message.QosLevel != MqttQoSLevel.AtMostOnce)
            {
                message.MessageId = reader.ReadPacketIdentifier();
            }

            if (HasProperties(protocolVersion))
            {
                message.ReadProperties(reader.ReadProperties());
            }

            if (message.Topic.Length == 0 && message.TopicAlias == 0)
            {
                throw new MqttClientException(MqttClientErrorCode.TopicLength);
            }

            message.Message = reader.ReadRaw(reader.Remaining);
            return message;
        }

        /// <inheritdoc/>
        /// <exception cref="MqttClientException">A wildcard in the topic, its length, the QoS, or a missing identifier.</exception>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            Validate();
            PacketWriter writer = new PacketWriter(16 + Topic.Length + (Message == null ? 0 : Message.Length));
            writer.WriteString(Topic);
            if (QosLevel != MqttQoSLevel.AtMostOnce)
            {
                writer.WriteUInt16(MessageId);
            }

            if (HasProperties(protocolVersion))
            {
                writer.WriteProperties(Properties());
            }

            if (Message != null)
            {
                writer.WriteRaw(Message);
            }

            return writer.ToPacket(Type, (DupFlag ? 0x08 : 0) | ((int)QosLevel << 1) | (Retain ? 0x01 : 0));
        }

        private void Validate()
        {
            if (TopicName.HasWildcard(Topic))
            {
                throw new MqttClientException(MqttClientErrorCode.TopicWildcard);
            }

            TopicName.ExpectLength(Topic);
            if (QosLevel > MqttQoSLevel.ExactlyOnce)
            {
                throw new MqttClientException(MqttClientErrorCode.QosNotAllowed);
            }

            if (QosLevel != MqttQoSLevel.AtMostOnce && MessageId == 0)
            {
                throw new MqttClientException(MqttClientErrorCode.WrongMessageId);
            }
        }

        private PropertyWriter Properties()
        {
            PropertyWriter properties = new PropertyWriter();
            properties.Flag(MqttProperty.PayloadFormatIndicator, IsPayloadUTF8);
            properties.UInt32(MqttProperty.MessageExpiryInterval, MessageExpiryInterval);
            properties.UInt16(MqttProperty.TopicAlias, TopicAlias);
            properties.Text(MqttProperty.ResponseTopic, ResponseTopic);
            properties.Binary(MqttProperty.CorrelationData, CorrelationData);
            properties.UserProperties(UserProperties);
            properties.Variable(MqttProperty.SubscriptionIdentifier, SubscriptionIdentifier);
            properties.Text(MqttProperty.ContentType, ContentType);
            return properties;
        }

        private void ReadProperties(PropertyReader properties)
        {
            PacketReader value = properties.Value;
            while (properties.Next(out MqttProperty property))
            {
                switch (property)
                {
                    case MqttProperty.PayloadFormatIndicator:
                        IsPayloadUTF8 = value.ReadFlag();
                        break;
                    case MqttProperty.MessageExpiryInterval:
                        MessageExpiryInterval = value.ReadUInt32();
                        break;
                    case MqttProperty.TopicAlias:
                        TopicAlias = (ushort)value.ReadUInt16();
                        break;
                    case MqttProperty.ResponseTopic:
                        ResponseTopic = value.ReadString();
                        break;
                    case MqttProperty.CorrelationData:
                        CorrelationData = value.ReadBinary();
                        break;
                    case MqttProperty.SubscriptionIdentifier:
                        SubscriptionIdentifier = value.ReadVariableByteInteger();
                        break;
                    case MqttProperty.ContentType:
                        ContentType = value.ReadString();
                        break;
                    default:
                        properties.ReadUserProperty(property, this);
                        break;
                }
            }
        }
    }
}
