using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    // The properties of CONNECT and of its will (OASIS MQTT 5.0, 3.1.2.11 and 3.1.3.2).
    public partial class MqttMsgConnect
    {
        private PropertyWriter Properties()
        {
            PropertyWriter properties = new PropertyWriter();
            properties.Text(MqttProperty.AuthenticationMethod, AuthenticationMethod);
            properties.Binary(MqttProperty.AuthenticationData, AuthenticationData);
            properties.UInt32(MqttProperty.SessionExpiryInterval, SessionExpiryInterval);
            properties.Flag(MqttProperty.RequestProblemInformation, RequestProblemInformation);
            properties.Flag(MqttProperty.RequestResponseInformation, RequestResponseInformation);
            properties.UInt16(MqttProperty.ReceiveMaximum, ReceiveMaximum == ushort.MaxValue ? 0 : ReceiveMaximum);
            properties.UInt16(MqttProperty.TopicAliasMaximum, TopicAliasMaximum);
            properties.UInt32(MqttProperty.MaximumPacketSize, MaximumPacketSize);
            properties.UserProperties(UserProperties);
            return properties;
        }

        private void ReadProperties(PropertyReader properties)
        {
            PacketReader value = properties.Value;
            while (properties.Next(out MqttProperty property))
            {
                switch (property)
                {
                    case MqttProperty.AuthenticationMethod:
                        AuthenticationMethod = value.ReadString();
                        break;
                    case MqttProperty.AuthenticationData:
                        AuthenticationData = value.ReadBinary();
                        break;
                    case MqttProperty.SessionExpiryInterval:
                        SessionExpiryInterval = value.ReadUInt32();
                        break;
                    case MqttProperty.RequestProblemInformation:
                        RequestProblemInformation = value.ReadFlag();
                        break;
                    case MqttProperty.RequestResponseInformation:
                        RequestResponseInformation = value.ReadFlag();
                        break;
                    case MqttProperty.ReceiveMaximum:
                        ReceiveMaximum = (ushort)value.ReadUInt16();
                        break;
                    case MqttProperty.TopicAliasMaximum:
                        TopicAliasMaximum = (ushort)value.ReadUInt16();
                        break;
                    case MqttProperty.MaximumPacketSize:
                        MaximumPacketSize = value.ReadUInt32();
                        break;
                    default:
                        properties.ReadUserProperty(property, this);
                        break;
                }
            }
        }

        /// <summary>Will properties that this class has no member for are read and dropped.</summary>
        private void ReadWillProperties(PropertyReader properties)
        {
            PacketReader value = properties.Value;
            while (properties.Next(out MqttProperty property))
            {
                switch (property)
                {
                    case MqttProperty.WillDelayInterval:
                        WillDelayInterval = value.ReadUInt32();
                        break;
                    case MqttProperty.MessageExpiryInterval:
                        value.ReadUInt32();
                        break;
                    case MqttProperty.PayloadFormatIndicator:
                        value.ReadFlag();
                        break;
                    case MqttProperty.ContentType:
                    case MqttProperty.ResponseTopic:
                        value.ReadString();
                        break;
                    case MqttProperty.CorrelationData:
                        value.ReadBinary();
                        break;
                    default:
                        properties.ReadUserProperty(property, this);
                        break;
                }
            }
        }
    }
}
