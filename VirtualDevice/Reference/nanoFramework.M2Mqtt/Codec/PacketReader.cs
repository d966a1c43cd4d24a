using System;
using System.Text;
using nanoFramework.M2Mqtt.Exceptions;

namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>
    /// Reads the body of a control packet and trusts nothing in it: whatever does not fit throws MqttClientException with
    /// WrongBrokerMessage, upon which the connection is closed (OASIS MQTT 3.1.1, 4.8).
    /// </summary>
    internal sealed class PacketReader
    {
        /// <summary>Largest packet that is accepted, in bytes. A board would run out of memory at about this size.</summary>
        internal const int MaximumPacketLength = 1024 * 1024;

        private readonly byte[] _buffer;
        private readonly int _end;
        private int _position;

        internal PacketReader(byte[] buffer, int start, int count)
        {
            _buffer = buffer;
            _position = start;
            _end = start + count;
        }

        internal int Remaining => _end - _position;

        /// <summary>Receives remaining length and body of the packet whose first byte has been read.</summary>
        internal static PacketReader Receive(IMqttNetworkChannel channel)
        {
            int length = ReceiveRemainingLength(channel);
            byte[] body = new byte[length];
            if (length > 0)
            {
                ReceiveAll(channel, body);
            }

            return new PacketReader(body, 0, length);
        }

        internal static MqttClientException Malformed()
        {
            return new MqttClientException(MqttClientErrorCode.WrongBrokerMessage);
        }

        internal static int ReceiveRemainingLength(IMqttNetworkChannel channel)
        {
            byte[] digit = new byte[1];
            int value = 0;
            for (int shift = 0; shift < 28; shift += 7)
            {
                ReceiveAll(channel, digit);
                value |= (digit[0] & 0x7F) << shift;
                if ((digit[0] & 0x80) == 0)
                {
                    if (value > MaximumPacketLength)
                    {
                        throw Malformed();
                    }

                    return value;
                }
            }

            throw Malformed();
        }

        internal int ReadByte()
        {
            Need(1);
            return _buffer[_position++];
        }

        internal bool ReadFlag()
        {
            int value = ReadByte();
            if (value > 1)
            {
                throw Malformed();
            }

            return value == 1;
        }

        internal int ReadUInt16()
        {
            Need(2);
            int value = (_buffer[_position] << 8) | _buffer[_position + 1];
            _position += 2;
            return value;
        }

        internal uint ReadUInt32()
        {
            uint high = (uint)ReadUInt16();
            return (high << 16) | (uint)ReadUInt16();
        }

        internal int ReadVariableByteInteger()
        {
            int value = 0;
            for (int shift = 0; shift < 28; shift += 7)
            {
                int digit = ReadByte();
                value |= (digit & 0x7F) << shift;
                if ((digit & 0x80) == 0)
                {
                    return value;
                }
            }

            throw Malformed();
        }

        /// <summary>An identifier that must not be zero (OASIS MQTT 3.1.1, 2.3.1).</summary>
        internal ushort ReadPacketIdentifier()
        {
            int value = ReadUInt16();
            if (value == 0)
            {
                throw Malformed();
            }

            return (ushort)value;
        }

        internal string ReadString()
        {
            int length = ReadUInt16();
            Need(length);
            if (!Utf8Text.IsValid(_buffer, _position, length))
            {
                throw Malformed();
            }

            string value = length == 0 ? string.Empty : Encoding.UTF8.GetString(_buffer, _position, length);
            _position += length;
            return value;
        }

        internal byte[] ReadBinary()
        {
            return ReadRaw(ReadUInt16());
        }

        internal byte[] ReadRaw(int count)
        {
            Need(count);
            byte[] value = new byte[count];
            Array.Copy(_buffer, _position, value, 0, count);
            _position += count;
            return value;
        }

        /// <summary>The property section that starts here; the reader goes on behind it.</summary>
        internal PropertyReader ReadProperties()
        {
            int length = ReadVariableByteInteger();
            Need(length);
            PacketReader section = new PacketReader(_buffer, _position, length);
            _position += length;
            return new PropertyReader(section);
        }

        internal void ExpectEnd()
        {
            if (_position != _end)
            {
                throw Malformed();
            }
        }

        private static void ReceiveAll(IMqttNetworkChannel channel, byte[] buffer)
        {
            if (channel.Receive(buffer) != buffer.Length)
            {
                throw new MqttCommunicationException();
            }
        }

        private void Need(int count)
        {
            if (_end - _position < count)
            {
                throw Malformed();
            }
        }
    }
}
