using System;
using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>AUTH: a step of an enhanced authentication, MQTT 5.0 only (OASIS MQTT 5.0, 3.15).</summary>
    public class MqttMsgAuthentication : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgAuthentication()
        {
            Type = MqttMessageType.Authentication;
        }

        /// <summary>Name of the method.</summary>
        public string AuthenticationMethod { get; set; }

        /// <summary>Data of the method.</summary>
        public byte[] AuthenticationData { get; set; }

        /// <summary>Reason in words.</summary>
        public string Reason { get; set; }

        /// <summary>Reason code.</summary>
        public MqttReasonCode ReasonCode { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        /// <exception cref="NotSupportedException">The version is not 5.0.</exception>
        public static MqttMsgAuthentication Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectVersion5(protocolVersion);
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgAuthentication message = new MqttMsgAuthentication();
            if (reader.Remaining > 0)
            {
                message.ReasonCode = (MqttReasonCode)reader.ReadByte();
                message.ReadProperties(reader.ReadProperties());
            }

            reader.ExpectEnd();
            return message;
        }

        /// <inheritdoc/>
        /// <exception cref="NotSupportedException">The version is not 5.0.</exception>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            ExpectVersion5(protocolVersion);
            PropertyWriter properties = new PropertyWriter();
            properties.Text(MqttProperty.AuthenticationMethod, AuthenticationMethod);
            properties.Binary(MqttProperty.AuthenticationData, AuthenticationData);
            properties.Text(MqttProperty.ReasonString, Reason);
            properties.UserProperties(UserProperties);
            PacketWriter writer = new PacketWriter(32);
            writer.WriteByte((int)ReasonCode);
            writer.WriteProperties(properties);
            return writer.ToPacket(Type, 0);
        }

        private static void ExpectVersion5(MqttProtocolVersion version)
        {
            if (!HasProperties(version))
            {
                throw new NotSupportedException();
            }
        }

        private void ReadProperties(PropertyReader properties)
        {
            while (properties.Next(out MqttProperty property))
            {
                switch (property)
                {
                    case MqttProperty.AuthenticationMethod:
                        AuthenticationMethod = properties.Value.ReadString();
                        break;
                    case MqttProperty.AuthenticationData:
                        AuthenticationData = properties.Value.ReadBinary();
                        break;
                    case MqttProperty.ReasonString:
                        Reason = properties.Value.ReadString();
                        break;
                    default:
                        properties.ReadUserProperty(property, this);
                        break;
                }
            }
        }
    }
}
