using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>Whom a connection tells what happens to it.</summary>
    internal interface IConnectionOwner
    {
        /// <summary>CONNACK came. On the receiving thread.</summary>
        void Opened(MqttMsgConnack connack);

        /// <summary>The broker has sent DISCONNECT. On the receiving thread.</summary>
        void CloseRequested(MqttMsgDisconnect disconnect);

        /// <summary>Nothing more can be sent. On any thread.</summary>
        void Closing(MqttConnection connection);

        /// <summary>Hands an event to the application. On the dispatching thread.</summary>
        void Dispatch(InternalEvent item);

        /// <summary>All events are handed out and the connection is closed. On the dispatching thread, which then ends.</summary>
        void Closed(MqttConnection connection);
    }
}
