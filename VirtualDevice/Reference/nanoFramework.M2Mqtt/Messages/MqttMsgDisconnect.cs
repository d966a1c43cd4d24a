using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>DISCONNECT: the orderly end of a connection (OASIS MQTT 5.0, 3.14).</summary>
    public class MqttMsgDisconnect : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgDisconnect()
        {
            Type = MqttMessageType.Disconnect;
        }

        /// <summary>Seconds that the session is kept, 0 = as agreed in CONNECT, MQTT 5.0 only.</summary>
        public uint SessionExpiryInterval { get; set; }

        /// <summary>Reason in words, MQTT 5.0 only.</summary>
        public string Reason { get; set; }

        /// <summary>Another broker to use, MQTT 5.0 only.</summary>
        public string ServerReference { get; set; }

        /// <summary>Reason code, MQTT 5.0 only; spelt as in the library.</summary>
        public MqttReasonCode ResonCode { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgDisconnect Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgDisconnect message = new MqttMsgDisconnect();
            if (HasProperties(protocolVersion) && reader.Remaining > 0)
            {
                message.ResonCode = (MqttReasonCode)reader.ReadByte();
                if (reader.Remaining > 0)
                {
                    message.ReadProperties(reader.ReadProperties());
                }
            }

            reader.ExpectEnd();
            return message;
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            PacketWriter writer = new PacketWriter(8);

            // A normal disconnection needs neither code nor properties (OASIS MQTT 5.0, 3.14.2.1).
            if (HasProperties(protocolVersion) && ResonCode != MqttReasonCode.NormalDisconnection)
            {
                PropertyWriter properties = new PropertyWriter();
                properties.UInt32(MqttProperty.SessionExpiryInterval, SessionExpiryInterval);
                properties.Text(MqttProperty.ReasonString, Reason);
                properties.UserProperties(UserProperties);
                properties.Text(MqttProperty.ServerReference, ServerReference);
                writer.WriteByte((int)ResonCode);
                writer.WriteProperties(properties);
            }

            return writer.ToPacket(Type, 0);
        }

        private void ReadProperties(PropertyReader properties)
        {
            while (properties.Next(out MqttProperty property))
            {
                switch (property)
                {
                    case MqttProperty.SessionExpiryInterval:
                        SessionExpiryInterval = properties.Value.ReadUInt32();
                        break;
                    case MqttProperty.ReasonString:
                        Reason = properties.Value.ReadString();
                        break;
                    case MqttProperty.ServerReference:
                        ServerReference = properties.Value.ReadString();
                        break;
                    default:
                        properties.ReadUserProperty(property, this);
                        break;
                }
            }
        }
    }
}
