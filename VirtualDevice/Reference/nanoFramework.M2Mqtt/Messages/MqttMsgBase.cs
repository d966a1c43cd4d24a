using System.Collections;
using nanoFramework.M2Mqtt.Codec;
using nanoFramework.M2Mqtt.Exceptions;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>What all control packets have in common.</summary>
    public abstract class MqttMsgBase
    {
        /// <summary>Control packet type.</summary>
        public MqttMessageType Type { get; set; }

        /// <summary>True in a PUBLISH that is repeated.</summary>
        public bool DupFlag { get; set; }

        /// <summary>Quality of service of a PUBLISH.</summary>
        public MqttQoSLevel QosLevel { get; set; }

        /// <summary>Retain flag of a PUBLISH.</summary>
        public bool Retain { get; set; }

        /// <summary>Packet identifier, 1 to 65535; 0 where there is none.</summary>
        public ushort MessageId { get; set; }

        /// <summary>User properties (<see cref="UserProperty"/>), MQTT 5.0 only.</summary>
        public ArrayList UserProperties { get; internal set; } = new ArrayList();

        /// <summary>Largest packet in bytes that the peer accepts, 0 = no limit, MQTT 5.0 only.</summary>
        public uint MaximumPacketSize { get; set; }

        /// <summary>The packet as it goes over the wire.</summary>
        public abstract byte[] GetBytes(MqttProtocolVersion protocolVersion);

        /// <summary>Writes a variable byte integer (0 to 268435455) and returns the index after it.</summary>
        protected int EncodeVariableByte(int remainingLength, byte[] buffer, int index)
        {
            return VariableByteInteger.Encode(remainingLength, buffer, index);
        }

        /// <summary>Receives a variable byte integer.</summary>
        protected static int DecodeVariableByte(IMqttNetworkChannel channel)
        {
            return PacketReader.ReceiveRemainingLength(channel);
        }

        /// <summary>MQTT 3.1 has QoS and DUP where the later versions have reserved bits, which must be right.</summary>
        internal static void ExpectFlags(byte firstByte, int flags, MqttProtocolVersion version)
        {
            if (version != MqttProtocolVersion.Version_3_1 && (firstByte & 0x0F) != flags)
            {
                throw new MqttClientException(MqttClientErrorCode.InvalidFlagBits);
            }
        }

        /// <summary>Flags of a SUBSCRIBE, UNSUBSCRIBE or PUBREL: always 0010.</summary>
        internal const int ReservedFlags = 0x02;

        internal static bool HasProperties(MqttProtocolVersion version)
        {
            return version == MqttProtocolVersion.Version_5;
        }
    }
}
