using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>PUBREC: a QoS 2 message was received (OASIS MQTT 3.1.1, 3.5).</summary>
    public class MqttMsgPubrec : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgPubrec()
        {
            Type = MqttMessageType.PublishReceived;
        }

        /// <summary>Reason code, MQTT 5.0 only.</summary>
        public MqttReasonCode ReasonCode { get; set; }

        /// <summary>Reason in words, MQTT 5.0 only.</summary>
        public string Reason { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgPubrec Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            MqttMsgPubrec message = new MqttMsgPubrec();
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
