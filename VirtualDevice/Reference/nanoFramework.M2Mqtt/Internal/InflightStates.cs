using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>How the state of a delivery follows from what happens to it.</summary>
    internal static class InflightStates
    {
        /// <summary>True where this client has sent and waits for the broker's answer.</summary>
        internal static bool IsWaiting(MqttMsgState state)
        {
            switch (state)
            {
                case MqttMsgState.WaitForPuback:
                case MqttMsgState.WaitForPubrec:
                case MqttMsgState.WaitForPubcomp:
                case MqttMsgState.WaitForSuback:
                case MqttMsgState.WaitForUnsuback:
                    return true;
                default:
                    return false;
            }
        }

        /// <summary>What a delivery waits for once its packet is sent, also where it is sent again.</summary>
        internal static MqttMsgState AfterSending(MqttMsgState state)
        {
            switch (state)
            {
                case MqttMsgState.QueuedQos1:
                    return MqttMsgState.WaitForPuback;
                case MqttMsgState.QueuedQos2:
                    return MqttMsgState.WaitForPubrec;
                case MqttMsgState.SendPubrel:
                    return MqttMsgState.WaitForPubcomp;
                case MqttMsgState.SendSubscribe:
                    return MqttMsgState.WaitForSuback;
                case MqttMsgState.SendUnsubscribe:
                    return MqttMsgState.WaitForUnsuback;
                default:
                    return state;
            }
        }

        /// <summary>True for a PUBLISH that was sent and not answered when the connection broke.</summary>
        internal static bool IsLostByReconnect(MqttMsgState state)
        {
            return state == MqttMsgState.WaitForPuback || state == MqttMsgState.WaitForPubrec;
        }

        /// <summary>Where a delivery of a kept session goes on: PUBREL is sent again (OASIS MQTT 3.1.1, 4.4).</summary>
        internal static MqttMsgState AfterReconnect(MqttMsgState state)
        {
            return state == MqttMsgState.WaitForPubcomp ? MqttMsgState.SendPubrel : state;
        }
    }
}
