using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>A publication has ended.</summary>
    public class MsgPublishedInternalEvent : MsgInternalEvent
    {
        /// <summary>Wraps the packet that ended it.</summary>
        public MsgPublishedInternalEvent(MqttMsgBase msg, bool isPublished)
            : base(msg)
        {
            IsPublished = isPublished;
        }

        /// <summary>False where it was given up.</summary>
        public bool IsPublished { get; internal set; }
    }
}
