using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>A subscription that a client gives up.</summary>
    public class MqttMsgUnsubscribeEventArgs : EventArgs
    {
        /// <summary>Describes a request.</summary>
        public MqttMsgUnsubscribeEventArgs(ushort messageId, string[] topics)
        {
            MessageId = messageId;
            Topics = topics;
        }

        /// <summary>Identifier of the request.</summary>
        public ushort MessageId { get; internal set; }

        /// <summary>Topic filters.</summary>
        public string[] Topics { get; internal set; }
    }
}
