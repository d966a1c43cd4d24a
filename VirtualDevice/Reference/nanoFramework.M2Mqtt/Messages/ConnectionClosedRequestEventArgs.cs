using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>The broker ends the connection, MQTT 5.0 only.</summary>
    public class ConnectionClosedRequestEventArgs : EventArgs
    {
        /// <summary>Wraps the packet.</summary>
        public ConnectionClosedRequestEventArgs(MqttMsgDisconnect disconnect)
        {
            Message = disconnect;
        }

        /// <summary>The packet.</summary>
        public MqttMsgDisconnect Message { get; internal set; }
    }
}
