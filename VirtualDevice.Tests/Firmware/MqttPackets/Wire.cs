using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace MqttPackets
{
    /// <summary>Reads a packet of any type, as broker and client together would.</summary>
    internal static class Wire
    {
        internal static MqttMsgBase Parse(byte[] packet, MqttProtocolVersion version)
        {
            return Parse(packet, packet.Length, version, out int left);
        }

        internal static MqttMsgBase Parse(byte[] packet, int length, MqttProtocolVersion version, out int left)
        {
            MemoryChannel channel = new MemoryChannel(packet, 1, length);
            MqttMsgBase message = Parse(packet[0], version, channel);
            left = channel.Left;
            return message;
        }

        private static MqttMsgBase Parse(byte first, MqttProtocolVersion version, MemoryChannel channel)
        {
            switch ((MqttMessageType)(first >> 4))
            {
                case MqttMessageType.Connect:
                    return MqttMsgConnect.Parse(first, version, channel);
                case MqttMessageType.ConnectAck:
                    return MqttMsgConnack.Parse(first, version, channel);
                case MqttMessageType.Publish:
                    return MqttMsgPublish.Parse(first, version, channel);
                case MqttMessageType.PublishAck:
                    return MqttMsgPuback.Parse(first, version, channel);
                case MqttMessageType.PublishReceived:
                    return MqttMsgPubrec.Parse(first, version, channel);
                case MqttMessageType.PublishRelease:
                    return MqttMsgPubrel.Parse(first, version, channel);
                case MqttMessageType.PublishComplete:
                    return MqttMsgPubcomp.Parse(first, version, channel);
                case MqttMessageType.Subscribe:
                    return MqttMsgSubscribe.Parse(first, version, channel);
                case MqttMessageType.SubscribeAck:
                    return MqttMsgSuback.Parse(first, version, channel);
                case MqttMessageType.Unsubscribe:
                    return MqttMsgUnsubscribe.Parse(first, version, channel);
                case MqttMessageType.UnsubscribeAck:
                    return MqttMsgUnsuback.Parse(first, version, channel);
                case MqttMessageType.PingRequest:
                    return MqttMsgPingReq.Parse(first, version, channel);
                case MqttMessageType.PingResponse:
                    return MqttMsgPingResp.Parse(first, version, channel);
                case MqttMessageType.Disconnect:
                    return MqttMsgDisconnect.Parse(first, version, channel);
                default:
                    return MqttMsgAuthentication.Parse(first, version, channel);
            }
        }
    }
}
