using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>The broker has answered CONNECT.</summary>
    public class ConnectionOpenedEventArgs : EventArgs
    {
        /// <summary>Wraps the packet.</summary>
        public ConnectionOpenedEventArgs(MqttMsgConnack connack)
        {
            Message = connack;
        }

        /// <summary>The packet.</summary>
        public MqttMsgConnack Message { get; internal set; }
    }
}
