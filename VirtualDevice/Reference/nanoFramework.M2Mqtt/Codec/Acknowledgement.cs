using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>
    /// PUBACK, PUBREC, PUBREL and PUBCOMP have one form: identifier, and in MQTT 5.0 a reason code and properties that may
    /// both be missing (OASIS MQTT 5.0, 3.4.2).
    /// </summary>
    internal static class Acknowledgement
    {
        internal static byte[] GetBytes(MqttMsgBase message, int flags, MqttReasonCode code, string reason, MqttProtocolVersion version)
        {
            PacketWriter writer = new PacketWriter(8);
            writer.WriteUInt16(message.MessageId);
            if (MqttMsgBase.HasProperties(version))
            {
                PropertyWriter properties = new PropertyWriter();
                properties.Text(MqttProperty.ReasonString, reason);
                properties.UserProperties(message.UserProperties);
                writer.WriteByte((int)code);
                writer.WriteProperties(properties);
            }

            return writer.ToPacket(message.Type, flags);
        }

        /// <summary>Reads identifier, reason code and user properties; returns the code.</summary>
        internal static MqttReasonCode Read(PacketReader reader, MqttMsgBase message, MqttProtocolVersion version, out string reason)
        {
            MqttReasonCode code = MqttReasonCode.Success;
            reason = null;
            message.MessageId = reader.ReadPacketIdentifier();
            if (MqttMsgBase.HasProperties(version) && reader.Remaining > 0)
            {
                code = (MqttReasonCode)reader.ReadByte();
                if (reader.Remaining > 0)
                {
                    reason = ReadReason(reader.ReadProperties(), message);
                }
            }

            reader.ExpectEnd();
            return code;
        }

        /// <summary>Reads properties of which only a reason string and user properties are allowed.</summary>
        internal static string ReadReason(PropertyReader properties, MqttMsgBase message)
        {
            string reason = null;
            while (properties.Next(out MqttProperty property))
            {
                if (property == MqttProperty.ReasonString)
                {
                    reason = properties.Value.ReadString();
                }
                else
                {
                    properties.ReadUserProperty(property, message);
                }
            }

            return reason;
        }
    }
}
