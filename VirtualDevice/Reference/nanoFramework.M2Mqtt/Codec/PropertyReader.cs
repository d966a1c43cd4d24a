using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>Walks over the properties of an MQTT 5.0 packet; a property that occurs twice is refused (OASIS MQTT 5.0, 2.2.2.2).</summary>
    internal sealed class PropertyReader
    {
        private ulong _seen;

        internal PropertyReader(PacketReader section)
        {
            Value = section;
        }

        /// <summary>Reads the value of the property that Next has named.</summary>
        internal PacketReader Value { get; }

        internal bool Next(out MqttProperty property)
        {
            property = 0;
            if (Value.Remaining == 0)
            {
                return false;
            }

            int identifier = Value.ReadVariableByteInteger();
            if (identifier > (int)MqttProperty.SharedSubscriptionAvailable)
            {
                throw PacketReader.Malformed();
            }

            property = (MqttProperty)identifier;
            bool repeatable = property == MqttProperty.UserProperty || property == MqttProperty.SubscriptionIdentifier;
            ulong bit = 1UL << identifier;
            if (!repeatable && (_seen & bit) != 0)
            {
                throw PacketReader.Malformed();
            }

            _seen |= bit;
            return true;
        }

        /// <summary>Reads a user property; anything else does not belong into the packet and is refused.</summary>
        internal void ReadUserProperty(MqttProperty property, MqttMsgBase message)
        {
            if (property != MqttProperty.UserProperty)
            {
                throw PacketReader.Malformed();
            }

            string name = Value.ReadString();
            message.UserProperties.Add(new UserProperty(name, Value.ReadString()));
        }
    }
}
