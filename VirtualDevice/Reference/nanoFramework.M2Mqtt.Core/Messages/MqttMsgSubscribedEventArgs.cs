using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>The broker's answer to a subscription.</summary>
    public class MqttMsgSubscribedEventArgs : EventArgs
    {
        /// <summary>Describes an answer.</summary>
        public MqttMsgSubscribedEventArgs(ushort messageId, MqttQoSLevel[] grantedQosLevels)
        {
            MessageId = messageId;
            GrantedQoSLevels = grantedQosLevels;
        }

        /// <summary>Identifier that Subscribe returned.</summary>
        public ushort MessageId { get; internal set; }

        /// <summary>Granted quality of service, one for each filter; GrantedFailure where it was refused.</summary>
        public MqttQoSLevel[] GrantedQoSLevels { get; internal set; }
    }
}
