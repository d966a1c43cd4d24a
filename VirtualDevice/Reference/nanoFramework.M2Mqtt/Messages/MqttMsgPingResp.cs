using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>PINGRESP: the broker is alive (OASIS MQTT 3.1.1, 3.13).</summary>
    public class MqttMsgPingResp : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgPingResp()
        {
            Type = MqttMessageType.PingResponse;
        }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgPingResp Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            PacketReader.Receive(channel).ExpectEnd();
            return new MqttMsgPingResp();
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            return new PacketWriter(0).ToPacket(Type, 0);
        }
    }
}
