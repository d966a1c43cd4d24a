using nanoFramework.M2Mqtt.Messages;

namespace MqttPackets
{
    /// <summary>One packet of every type, with all that it can carry.</summary>
    internal static class Samples
    {
        internal static MqttMsgBase[] All()
        {
            return new MqttMsgBase[]
            {
                Connect(),
                Connack(),
                Publish(MqttQoSLevel.AtMostOnce),
                Publish(MqttQoSLevel.ExactlyOnce),
                new MqttMsgPuback { MessageId = 1, ReasonCode = MqttReasonCode.NoMatchingSubscribers, Reason = "nobody" },
                new MqttMsgPubrec { MessageId = 255 },
                new MqttMsgPubrel { MessageId = 256 },
                new MqttMsgPubcomp { MessageId = 65535 },
                new MqttMsgSubscribe(new[] { "a/+", "b/#" }, new[] { MqttQoSLevel.AtMostOnce, MqttQoSLevel.ExactlyOnce }) { MessageId = 7 },
                Suback(),
                new MqttMsgUnsubscribe(new[] { "a/+", "\u00e4" }) { MessageId = 8 },
                new MqttMsgUnsuback { MessageId = 8 },
                new MqttMsgPingReq(),
                new MqttMsgPingResp(),
                new MqttMsgDisconnect { ResonCode = MqttReasonCode.ServerMoved, ServerReference = "other", Reason = "moved" },
                Authentication()
            };
        }

        internal static MqttMsgPublish Publish(MqttQoSLevel qos)
        {
            MqttMsgPublish publish = new MqttMsgPublish("sensors/\u00e4/1", new byte[] { 0, 1, 2, 255 }, true, qos, true)
            {
                MessageId = qos == MqttQoSLevel.AtMostOnce ? (ushort)0 : (ushort)4711,
                IsPayloadUTF8 = true,
                MessageExpiryInterval = 0x01020304,
                TopicAlias = 9,
                ResponseTopic = "answer",
                CorrelationData = new byte[] { 4, 5 },
                SubscriptionIdentifier = 300,
                ContentType = "text/plain"
            };
            publish.UserProperties.Add(new UserProperty("name", "value"));
            publish.UserProperties.Add(new UserProperty("name", string.Empty));
            return publish;
        }

        internal static MqttMsgConnect Connect()
        {
            MqttMsgConnect connect = new MqttMsgConnect(
                "device-1", "user", "secret", true, MqttQoSLevel.ExactlyOnce, true, "will/topic", "gone", false, 60, nanoFramework.M2Mqtt.MqttProtocolVersion.Version_5)
            {
                SessionExpiryInterval = 3600,
                ReceiveMaximum = 10,
                TopicAliasMaximum = 5,
                WillDelayInterval = 2,
                MaximumPacketSize = 4096,
                RequestProblemInformation = true,
                AuthenticationMethod = "none",
                AuthenticationData = new byte[] { 1 }
            };
            connect.UserProperties.Add(new UserProperty("k", "v"));
            return connect;
        }

        private static MqttMsgConnack Connack()
        {
            return new MqttMsgConnack
            {
                SessionPresent = true,
                ReturnCode = MqttReasonCode.Success,
                SessionExpiryInterval = 60,
                ReceiveMaximum = 20,
                MaximumQoS = true,
                RetainAvailable = true,
                MaximumPacketSize = 100,
                AssignedClientIdentifier = "given",
                TopicAliasMaximum = 3,
                ServerKeepAlive = 30,
                Reason = "fine"
            };
        }

        private static MqttMsgSuback Suback()
        {
            return new MqttMsgSuback
            {
                MessageId = 7,
                GrantedQoSLevels = new[] { MqttQoSLevel.AtMostOnce, MqttQoSLevel.GrantedFailure },
                ReasonCodes = new[] { MqttReasonCode.GrantedQoS0, MqttReasonCode.NotAuthorized },
                Reason = "one refused"
            };
        }

        private static MqttMsgAuthentication Authentication()
        {
            return new MqttMsgAuthentication
            {
                ReasonCode = MqttReasonCode.ContinueAuthentication,
                AuthenticationMethod = "method",
                AuthenticationData = new byte[] { 9, 8 }
            };
        }
    }
}
