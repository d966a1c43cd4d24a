using nanoFramework.M2Mqtt.Codec;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>Receives packets, one after the other, and does what each of them demands.</summary>
    internal sealed class PacketReceiver
    {
        private readonly byte[] _first = new byte[1];
        private readonly MqttConnection _connection;
        private readonly InflightQueue _inflight;
        private readonly EventQueue _events;
        private bool _accepted;

        internal PacketReceiver(MqttConnection connection, InflightQueue inflight, EventQueue events)
        {
            _connection = connection;
            _inflight = inflight;
            _events = events;
        }

        /// <summary>Receives one packet; false where the broker has closed. Throws on anything malformed.</summary>
        internal bool ReceivePacket()
        {
            IMqttNetworkChannel channel = _connection.Channel;
            MqttProtocolVersion version = _connection.Version;
            if (channel.Receive(_first) == 0)
            {
                return false;
            }

            byte first = _first[0];
            MqttMessageType type = (MqttMessageType)(first >> 4);

            // CONNACK comes first and only once (OASIS MQTT 3.1.1, 3.2).
            if ((type == MqttMessageType.ConnectAck) == _accepted)
            {
                throw PacketReader.Malformed();
            }

            switch (type)
            {
                case MqttMessageType.ConnectAck:
                    _accepted = true;
                    _connection.Accept(MqttMsgConnack.Parse(first, version, channel));
                    break;
                case MqttMessageType.PingResponse:
                    MqttMsgPingResp.Parse(first, version, channel);
                    _connection.Pong();
                    break;
                case MqttMessageType.Publish:
                    Publish(MqttMsgPublish.Parse(first, version, channel));
                    break;
                case MqttMessageType.PublishAck:
                    Published(MqttMsgPuback.Parse(first, version, channel), MqttMsgState.WaitForPuback);
                    break;
                case MqttMessageType.PublishReceived:
                    _inflight.Received(MqttMsgPubrec.Parse(first, version, channel).MessageId);
                    break;
                case MqttMessageType.PublishRelease:
                    Deliver(_inflight.Release(MqttMsgPubrel.Parse(first, version, channel).MessageId));
                    break;
                case MqttMessageType.PublishComplete:
                    Published(MqttMsgPubcomp.Parse(first, version, channel), MqttMsgState.WaitForPubcomp);
                    break;
                case MqttMessageType.SubscribeAck:
                    Answered(MqttMsgSuback.Parse(first, version, channel), MqttMsgState.WaitForSuback);
                    break;
                case MqttMessageType.UnsubscribeAck:
                    Answered(MqttMsgUnsuback.Parse(first, version, channel), MqttMsgState.WaitForUnsuback);
                    break;
                case MqttMessageType.Disconnect:
                    _connection.Owner.CloseRequested(MqttMsgDisconnect.Parse(first, version, channel));
                    break;
                default:
                    // What only a client sends, a reserved type, or AUTH, which is never asked for.
                    throw PacketReader.Malformed();
            }

            return true;
        }

        private void Publish(MqttMsgPublish publish)
        {
            switch (publish.QosLevel)
            {
                case MqttQoSLevel.AtMostOnce:
                    Deliver(publish);
                    break;
                case MqttQoSLevel.AtLeastOnce:
                    _inflight.AcknowledgeOnce(publish);
                    Deliver(publish);
                    break;
                default:
                    _inflight.Hold(publish);
                    break;
            }
        }

        private void Deliver(MqttMsgPublish publish)
        {
            if (publish != null)
            {
                _events.Add(new MsgInternalEvent(publish));
            }
        }

        /// <summary>In MQTT 5.0 too, any PUBACK or PUBCOMP counts as success, whatever its reason code: so does the real library.</summary>
        private void Published(MqttMsgBase acknowledgement, MqttMsgState state)
        {
            if (_inflight.Complete(acknowledgement, state) != null)
            {
                _events.Add(new MsgPublishedInternalEvent(acknowledgement, true));
            }
        }

        private void Answered(MqttMsgBase acknowledgement, MqttMsgState state)
        {
            if (_inflight.Complete(acknowledgement, state) != null)
            {
                _events.Add(new MsgInternalEvent(acknowledgement));
            }
        }
    }
}
