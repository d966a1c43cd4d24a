using System.Collections;
using nanoFramework.M2Mqtt.Codec;
using nanoFramework.M2Mqtt.Exceptions;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>SUBSCRIBE: asks for the messages of topic filters (OASIS MQTT 3.1.1, 3.8).</summary>
    public class MqttMsgSubscribe : MqttMsgBase
    {
        /// <summary>Makes an empty packet.</summary>
        public MqttMsgSubscribe()
        {
            Type = MqttMessageType.Subscribe;
            QosLevel = MqttQoSLevel.AtLeastOnce;
        }

        /// <summary>Makes the packet; one QoS for each topic filter.</summary>
        public MqttMsgSubscribe(string[] topics, MqttQoSLevel[] qosLevels)
            : this()
        {
            Topics = topics;
            QoSLevels = qosLevels;
        }

        /// <summary>Number that comes back with every message of the subscription, 1 to 268435455, MQTT 5.0 only; 0 = none.</summary>
        public int SubscriptionIdentifier { get; set; }

        /// <summary>When retained messages are sent, MQTT 5.0 only.</summary>
        public MqttRetainHandeling RetainHandeling { get; set; }

        /// <summary>True keeps the retain flag of forwarded messages, MQTT 5.0 only.</summary>
        public bool RetainAsPublished { get; set; }

        /// <summary>True leaves out this client's own messages, MQTT 5.0 only.</summary>
        public bool NoLocal { get; set; }

        /// <summary>Topic filters.</summary>
        public string[] Topics { get; set; }

        /// <summary>Requested QoS, one for each filter.</summary>
        public MqttQoSLevel[] QoSLevels { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgSubscribe Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, ReservedFlags, protocolVersion);
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgSubscribe message = new MqttMsgSubscribe { MessageId = reader.ReadPacketIdentifier() };
            if (HasProperties(protocolVersion))
            {
                message.ReadProperties(reader.ReadProperties());
            }

            ArrayList topics = new ArrayList();
            ArrayList options = new ArrayList();
            do
            {
                topics.Add(reader.ReadString());
                options.Add(reader.ReadByte());
            }
            while (reader.Remaining > 0);

            message.Topics = (string[])topics.ToArray(typeof(string));
            message.QoSLevels = new MqttQoSLevel[options.Count];
            for (int i = 0; i < options.Count; i++)
            {
                message.QoSLevels[i] = (MqttQoSLevel)((int)options[i] & 0x03);
            }

            return message;
        }

        /// <inheritdoc/>
        /// <exception cref="MqttClientException">No topics, no QoS, a different number of each, or an impossible topic length.</exception>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            Validate();
            PacketWriter writer = new PacketWriter(64);
            writer.WriteUInt16(MessageId);
            bool version5 = HasProperties(protocolVersion);
            if (version5)
            {
                PropertyWriter properties = new PropertyWriter();
                properties.Variable(MqttProperty.SubscriptionIdentifier, SubscriptionIdentifier);
                properties.UserProperties(UserProperties);
                writer.WriteProperties(properties);
            }

            int options = version5 ? ((int)RetainHandeling << 4) | (RetainAsPublished ? 8 : 0) | (NoLocal ? 4 : 0) : 0;
            for (int i = 0; i < Topics.Length; i++)
            {
                TopicName.ExpectLength(Topics[i]);
                writer.WriteString(Topics[i]);
                writer.WriteByte((int)QoSLevels[i] | options);
            }

            return writer.ToPacket(Type, ReservedFlags);
        }

        private void Validate()
        {
            if (Topics == null || Topics.Length == 0)
            {
                throw new MqttClientException(MqttClientErrorCode.TopicsEmpty);
            }

            if (QoSLevels == null || QoSLevels.Length == 0)
            {
                throw new MqttClientException(MqttClientErrorCode.QosLevelsEmpty);
            }

            if (Topics.Length != QoSLevels.Length)
            {
                throw new MqttClientException(MqttClientErrorCode.TopicsQosLevelsNotMatch);
            }

            if (MessageId == 0)
            {
                throw new MqttClientException(MqttClientErrorCode.WrongMessageId);
            }
        }

        private void ReadProperties(PropertyReader properties)
        {
            while (properties.Next(out MqttProperty property))
            {
                if (property == MqttProperty.SubscriptionIdentifier)
                {
                    SubscriptionIdentifier = properties.Value.ReadVariableByteInteger();
                }
                else
                {
                    properties.ReadUserProperty(property, this);
                }
            }
        }
    }
}
