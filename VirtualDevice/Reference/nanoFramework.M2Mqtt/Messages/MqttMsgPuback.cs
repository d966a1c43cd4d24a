using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>PUBACK: a QoS 1 message was taken over (OASIS MQTT 3.1.1, 3.4).</summary>
    public class MqttMsgPuback : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgPuback()
        {
            Type = MqttMessageType.PublishAck;
        }

        /// <summary>Reason code, MQTT 5.0 only.</summary>
        public MqttReasonCode ReasonCode { get; set; }

        /// <summary>Reason in words, MQTT 5.0 only.</summary>
        public string Reason { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgPuback Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            MqttMsgPuback message = new MqttMsgPuback();
            message.ReasonCode = Acknowledgement.Read(PacketReader.Receive(channel), message, protocolVersion, out string reason);
            message.Reason = reason;
            return message;
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            return Acknowledgement.GetBytes(this, 0, ReasonCode, Reason, protocolVersion);
        }
    }
}
