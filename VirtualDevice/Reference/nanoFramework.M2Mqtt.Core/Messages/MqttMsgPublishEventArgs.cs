using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>An application message from the broker.</summary>
    public class MqttMsgPublishEventArgs : EventArgs
    {
        /// <summary>Describes a received message.</summary>
        public MqttMsgPublishEventArgs(string topic, byte[] message, bool dupFlag, MqttQoSLevel qosLevel, bool retain)
        {
            Topic = topic;
            Message = message;
            DupFlag = dupFlag;
            QosLevel = qosLevel;
            Retain = retain;
        }

        /// <summary>Topic that it was published to.</summary>
        public string Topic { get; internal set; }

        /// <summary>Payload; never null.</summary>
        public byte[] Message { get; internal set; }

        /// <summary>True where the broker repeated the delivery.</summary>
        public bool DupFlag { get; internal set; }

        /// <summary>Quality of service of this delivery.</summary>
        public MqttQoSLevel QosLevel { get; internal set; }

        /// <summary>True for a retained message that was delivered because of a new subscription.</summary>
        public bool Retain { get; internal set; }
    }
}
