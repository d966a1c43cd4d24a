using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>UNSUBACK: the answer to an UNSUBSCRIBE (OASIS MQTT 3.1.1, 3.11).</summary>
    public class MqttMsgUnsuback : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgUnsuback()
        {
            Type = MqttMessageType.UnsubscribeAck;
        }

        /// <summary>Reason code of the first filter, MQTT 5.0 only; the library keeps no others.</summary>
        public MqttReasonCode ReasonCode { get; set; }

        /// <summary>Reason in words, MQTT 5.0 only.</summary>
        public string Reason { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgUnsuback Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgUnsuback message = new MqttMsgUnsuback { MessageId = reader.ReadPacketIdentifier() };
            if (HasProperties(protocolVersion))
            {
                message.Reason = Acknowledgement.ReadReason(reader.ReadProperties(), message);
                message.ReasonCode = (MqttReasonCode)reader.ReadByte();
                reader.ReadRaw(reader.Remaining);
            }

            reader.ExpectEnd();
            return message;
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            PacketWriter writer = new PacketWriter(8);
            writer.WriteUInt16(MessageId);
            if (HasProperties(protocolVersion))
            {
                PropertyWriter properties = new PropertyWriter();
                properties.Text(MqttProperty.ReasonString, Reason);
                properties.UserProperties(UserProperties);
                writer.WriteProperties(properties);
                writer.WriteByte((int)ReasonCode);
            }

            return writer.ToPacket(Type, 0);
        }
    }
}
