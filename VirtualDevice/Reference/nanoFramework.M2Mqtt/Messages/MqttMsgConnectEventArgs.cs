using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>A CONNECT packet.</summary>
    public class MqttMsgConnectEventArgs : EventArgs
    {
        /// <summary>Wraps the packet.</summary>
        public MqttMsgConnectEventArgs(MqttMsgConnect connect)
        {
            Message = connect;
        }

        /// <summary>The packet.</summary>
        public MqttMsgConnect Message { get; internal set; }
    }
}
