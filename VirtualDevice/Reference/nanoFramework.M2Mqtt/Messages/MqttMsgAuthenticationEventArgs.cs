using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>An AUTH packet, MQTT 5.0 only.</summary>
    public class MqttMsgAuthenticationEventArgs : EventArgs
    {
        /// <summary>Wraps the packet.</summary>
        public MqttMsgAuthenticationEventArgs(MqttMsgAuthentication authentication)
        {
            Message = authentication;
        }

        /// <summary>The packet.</summary>
        public MqttMsgAuthentication Message { get; internal set; }
    }
}
