using System.Collections;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>Collects the properties of an MQTT 5.0 packet. What is null, empty or zero is left out.</summary>
    internal sealed class PropertyWriter
    {
        internal PacketWriter Section { get; } = new PacketWriter(32);

        internal void Flag(MqttProperty property, bool value)
        {
            if (value)
            {
                Byte(property, 1);
            }
        }

        internal void Byte(MqttProperty property, int value)
        {
            Section.WriteByte((int)property);
            Section.WriteByte(value);
        }

        internal void UInt16(MqttProperty property, int value)
        {
            if (value != 0)
            {
                Section.WriteByte((int)property);
                Section.WriteUInt16(value);
            }
        }

        internal void UInt32(MqttProperty property, uint value)
        {
            if (value != 0)
            {
                Section.WriteByte((int)property);
                Section.WriteUInt32(value);
            }
        }

        internal void Variable(MqttProperty property, int value)
        {
            if (value != 0)
            {
                Section.WriteByte((int)property);
                Section.WriteVariableByteInteger(value);
            }
        }

        internal void Text(MqttProperty property, string value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                Section.WriteByte((int)property);
                Section.WriteString(value);
            }
        }

        internal void Binary(MqttProperty property, byte[] value)
        {
            if (value != null && value.Length > 0)
            {
                Section.WriteByte((int)property);
                Section.WriteBinary(value);
            }
        }

        internal void UserProperties(ArrayList properties)
        {
            for (int i = 0; i < properties.Count; i++)
            {
                UserProperty property = (UserProperty)properties[i];
                Section.WriteByte((int)MqttProperty.UserProperty);
                Section.WriteString(property.Name ?? string.Empty);
                Section.WriteString(property.Value ?? string.Empty);
            }
        }
    }
}
