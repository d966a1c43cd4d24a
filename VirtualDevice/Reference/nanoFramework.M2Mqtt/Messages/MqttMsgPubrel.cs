using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>PUBREL: a QoS 2 message may be delivered (OASIS MQTT 3.1.1, 3.6).</summary>
    public class MqttMsgPubrel : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgPubrel()
        {
            Type = MqttMessageType.PublishRelease;
        }

        /// <summary>Reason code, MQTT 5.0 only.</summary>
        public MqttReasonCode ReasonCode { get; set; }

        /// <summary>Reason in words, MQTT 5.0 only.</summary>
        public string Reason { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgPubrel Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, ReservedFlags, protocolVersion);
            MqttMsgPubrel message = new MqttMsgPubrel();
            message.ReasonCode = Acknowledgement.Read(PacketReader.Receive(channel), message, protocolVersion, out string reason);
            message.Reason = reason;
            return message;
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            return Acknowledgement.GetBytes(this, ReservedFlags, ReasonCode, Reason, protocolVersion);
        }
    }
}
