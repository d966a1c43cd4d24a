using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>PINGREQ: is the broker alive? (OASIS MQTT 3.1.1, 3.12)</summary>
    public class MqttMsgPingReq : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgPingReq()
        {
            Type = MqttMessageType.PingRequest;
        }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgPingReq Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            PacketReader.Receive(channel).ExpectEnd();
            return new MqttMsgPingReq();
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            return new PacketWriter(0).ToPacket(Type, 0);
        }
    }
}
