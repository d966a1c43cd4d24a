using System.Collections;
using nanoFramework.M2Mqtt.Codec;
using nanoFramework.M2Mqtt.Exceptions;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>UNSUBSCRIBE: gives up topic filters (OASIS MQTT 3.1.1, 3.10).</summary>
    public class MqttMsgUnsubscribe : MqttMsgBase
    {
        /// <summary>Makes an empty packet.</summary>
        public MqttMsgUnsubscribe()
        {
            Type = MqttMessageType.Unsubscribe;
            QosLevel = MqttQoSLevel.AtLeastOnce;
        }

        /// <summary>Makes the packet.</summary>
        public MqttMsgUnsubscribe(string[] topics)
            : this()
        {
            Topics = topics;
        }

        /// <summary>Topic filters.</summary>
        public string[] Topics { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgUnsubscribe Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, ReservedFlags, protocolVersion);
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgUnsubscribe message = new MqttMsgUnsubscribe { MessageId = reader.ReadPacketIdentifier() };
            if (HasProperties(protocolVersion))
            {
                PropertyReader properties = reader.ReadProperties();
                while (properties.Next(out MqttProperty property))
                {
                    properties.ReadUserProperty(property, message);
                }
            }

            ArrayList topics = new ArrayList();
            do
            {
                topics.Add(reader.ReadString());
            }
            while (reader.Remaining > 0);

            message.Topics = (string[])topics.ToArray(typeof(string));
            return message;
        }

        /// <inheritdoc/>
        /// <exception cref="MqttClientException">No topics, no identifier, or an impossible topic length.</exception>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            if (Topics == null || Topics.Length == 0)
            {
                throw new MqttClientException(MqttClientErrorCode.TopicsEmpty);
            }

            if (MessageId == 0)
            {
                throw new MqttClientException(MqttClientErrorCode.WrongMessageId);
            }

            PacketWriter writer = new PacketWriter(64);
            writer.WriteUInt16(MessageId);
            if (HasProperties(protocolVersion))
            {
                PropertyWriter properties = new PropertyWriter();
                properties.UserProperties(UserProperties);
                writer.WriteProperties(properties);
            }

            for (int i = 0; i < Topics.Length; i++)
            {
                TopicName.ExpectLength(Topics[i]);
                writer.WriteString(Topics[i]);
            }

            return writer.ToPacket(Type, ReservedFlags);
        }
    }
}
