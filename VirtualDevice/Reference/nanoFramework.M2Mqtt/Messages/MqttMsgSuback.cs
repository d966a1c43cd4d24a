using nanoFramework.M2Mqtt.Codec;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>SUBACK: the answer to a SUBSCRIBE (OASIS MQTT 3.1.1, 3.9).</summary>
    public class MqttMsgSuback : MqttMsgBase
    {
        /// <summary>Makes the packet.</summary>
        public MqttMsgSuback()
        {
            Type = MqttMessageType.SubscribeAck;
        }

        /// <summary>Granted QoS, one for each filter; in MQTT 5.0 a refusal shows as the number of its reason code.</summary>
        public MqttQoSLevel[] GrantedQoSLevels { get; set; }

        /// <summary>Reason codes, one for each filter, MQTT 5.0 only.</summary>
        public MqttReasonCode[] ReasonCodes { get; set; }

        /// <summary>Reason in words, MQTT 5.0 only.</summary>
        public string Reason { get; set; }

        /// <summary>Receives the rest of the packet whose first byte is given.</summary>
        public static MqttMsgSuback Parse(byte fixedHeaderFirstByte, MqttProtocolVersion protocolVersion, IMqttNetworkChannel channel)
        {
            ExpectFlags(fixedHeaderFirstByte, 0, protocolVersion);
            PacketReader reader = PacketReader.Receive(channel);
            MqttMsgSuback message = new MqttMsgSuback { MessageId = reader.ReadPacketIdentifier() };
            bool version5 = HasProperties(protocolVersion);
            if (version5)
            {
                message.Reason = Acknowledgement.ReadReason(reader.ReadProperties(), message);
            }

            byte[] codes = reader.ReadRaw(reader.Remaining);
            if (codes.Length == 0)
            {
                throw PacketReader.Malformed();
            }

            message.SetCodes(codes, version5);
            return message;
        }

        /// <inheritdoc/>
        public override byte[] GetBytes(MqttProtocolVersion protocolVersion)
        {
            PacketWriter writer = new PacketWriter(16);
            writer.WriteUInt16(MessageId);
            bool version5 = HasProperties(protocolVersion);
            if (version5)
            {
                PropertyWriter properties = new PropertyWriter();
                properties.Text(MqttProperty.ReasonString, Reason);
                properties.UserProperties(UserProperties);
                writer.WriteProperties(properties);
            }

            int count = version5 ? ReasonCodes.Length : GrantedQoSLevels.Length;
            for (int i = 0; i < count; i++)
            {
                writer.WriteByte(version5 ? (int)ReasonCodes[i] : (int)GrantedQoSLevels[i]);
            }

            return writer.ToPacket(Type, 0);
        }

        private void SetCodes(byte[] codes, bool version5)
        {
            GrantedQoSLevels = new MqttQoSLevel[codes.Length];
            ReasonCodes = version5 ? new MqttReasonCode[codes.Length] : null;
            for (int i = 0; i < codes.Length; i++)
            {
                if (!version5 && codes[i] > 2 && codes[i] != (int)MqttQoSLevel.GrantedFailure)
                {
                    throw PacketReader.Malformed();
                }

                GrantedQoSLevels[i] = (MqttQoSLevel)codes[i];
                if (version5)
                {
                    ReasonCodes[i] = (MqttReasonCode)codes[i];
                }
            }
        }
    }
}
