using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>A packet has arrived.</summary>
    public class MsgInternalEvent : InternalEvent
    {
        /// <summary>Wraps the packet.</summary>
        public MsgInternalEvent(MqttMsgBase msg)
        {
            Message = msg;
        }

        /// <summary>The packet.</summary>
        public MqttMsgBase Message { get; set; }
    }
}
