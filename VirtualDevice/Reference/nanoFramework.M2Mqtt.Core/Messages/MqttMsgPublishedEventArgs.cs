using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>The end of a QoS 1 or 2 publication.</summary>
    public class MqttMsgPublishedEventArgs : EventArgs
    {
        /// <summary>Describes a publication that was acknowledged.</summary>
        public MqttMsgPublishedEventArgs(ushort messageId)
            : this(messageId, true)
        {
        }

        /// <summary>Describes a publication that was acknowledged, or given up.</summary>
        public MqttMsgPublishedEventArgs(ushort messageId, bool isPublished)
        {
            MessageId = messageId;
            IsPublished = isPublished;
        }

        /// <summary>Identifier that Publish returned.</summary>
        public ushort MessageId { get; set; }

        /// <summary>False where the broker did not acknowledge within the retries.</summary>
        public bool IsPublished { get; set; }
    }
}
