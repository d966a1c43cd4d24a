using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>A subscription that a client asks for.</summary>
    public class MqttMsgSubscribeEventArgs : EventArgs
    {
        /// <summary>Describes a request.</summary>
        public MqttMsgSubscribeEventArgs(ushort messageId, string[] topics, MqttQoSLevel[] qosLevels)
        {
            MessageId = messageId;
            Topics = topics;
            QoSLevels = qosLevels;
        }

        /// <summary>Identifier of the request.</summary>
        public ushort MessageId { get; internal set; }

        /// <summary>Topic filters.</summary>
        public string[] Topics { get; internal set; }

        /// <summary>Requested quality of service, one for each filter.</summary>
        public MqttQoSLevel[] QoSLevels { get; internal set; }
    }
}
