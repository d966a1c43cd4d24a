using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>The broker's answer to an unsubscription.</summary>
    public class MqttMsgUnsubscribedEventArgs : EventArgs
    {
        /// <summary>Describes an answer.</summary>
        public MqttMsgUnsubscribedEventArgs(ushort messageId)
        {
            MessageId = messageId;
        }

        /// <summary>Identifier that Unsubscribe returned.</summary>
        public ushort MessageId { get; internal set; }
    }
}
