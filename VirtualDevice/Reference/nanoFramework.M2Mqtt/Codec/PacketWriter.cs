using System;
using System.Text;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>Writes the body of a control packet, then puts its fixed header before it (OASIS MQTT 3.1.1, 1.5 and 2.2).</summary>
    internal sealed class PacketWriter
    {
        private byte[] _buffer;
        private int _length;

        internal PacketWriter(int capacity)
        {
            _buffer = new byte[capacity];
        }

        internal int Length => _length;

        internal void WriteByte(int value)
        {
            Reserve(1);
            _buffer[_length++] = (byte)value;
        }

        internal void WriteUInt16(int value)
        {
            Reserve(2);
            _buffer[_length++] = (byte)(value >> 8);
            _buffer[_length++] = (byte)value;
        }

        internal void WriteUInt32(uint value)
        {
            WriteUInt16((int)(value >> 16));
            WriteUInt16((int)(value & 0xFFFF));
        }

        internal void WriteVariableByteInteger(int value)
        {
            Reserve(4);
            _length = VariableByteInteger.Encode(value, _buffer, _length);
        }

        internal void WriteString(string value)
        {
            WriteBinary(Encoding.UTF8.GetBytes(value));
        }

        internal void WriteBinary(byte[] value)
        {
            if (value.Length > ushort.MaxValue)
            {
                throw new MqttClientException(MqttClientErrorCode.TopicLength);
            }

            WriteUInt16(value.Length);
            WriteRaw(value);
        }

        internal void WriteRaw(byte[] value)
        {
            Reserve(value.Length);
            Array.Copy(value, 0, _buffer, _length, value.Length);
            _length += value.Length;
        }

        /// <summary>Writes a property section: its length, then the properties.</summary>
        internal void WriteProperties(PropertyWriter properties)
        {
            PacketWriter section = properties.Section;
            WriteVariableByteInteger(section._length);
            Reserve(section._length);
            Array.Copy(section._buffer, 0, _buffer, _length, section._length);
            _length += section._length;
        }

        /// <summary>The whole packet: type, flags, remaining length and the body written so far.</summary>
        internal byte[] ToPacket(MqttMessageType type, int flags)
        {
            byte[] packet = new byte[1 + VariableByteInteger.Size(_length) + _length];
            packet[0] = (byte)(((int)type << 4) | flags);
            int index = VariableByteInteger.Encode(_length, packet, 1);
            Array.Copy(_buffer, 0, packet, index, _length);
            return packet;
        }

        private void Reserve(int count)
        {
            if (_length + count <= _buffer.Length)
            {
                return;
            }

            int size = _buffer.Length * 2;
            byte[] larger = new byte[size < _length + count ? _length + count : size];
            Array.Copy(_buffer, 0, larger, 0, _length);
            _buffer = larger;
        }
    }
}
