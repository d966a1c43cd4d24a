namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>A packet on its way, and how far it has come.</summary>
    public class MqttMsgContext
    {
        /// <summary>The packet.</summary>
        public MqttMsgBase Message { get; set; }

        /// <summary>How far it has come.</summary>
        public MqttMsgState State { get; set; }

        /// <summary>Its direction.</summary>
        public MqttMsgFlow Flow { get; set; }

        /// <summary>When it was sent last, in milliseconds since boot.</summary>
        public long Timestamp { get; set; }

        /// <summary>How often it was sent.</summary>
        public int Attempt { get; set; }

        /// <summary>Key in a session: direction and identifier. The number of the direction, for an enumeration has no names on a device.</summary>
        public string Key => ((int)Flow).ToString() + "_" + Message.MessageId.ToString();
    }
}
