using System;
using nanoFramework.M2Mqtt;

namespace MqttPackets
{
    /// <summary>Hands out a packet from memory; 0 at its end, as a closed connection does.</summary>
    internal sealed class MemoryChannel : IMqttNetworkChannel
    {
        private readonly byte[] _packet;
        private readonly int _length;
        private int _position;

        internal MemoryChannel(byte[] packet, int start, int length)
        {
            _packet = packet;
            _position = start;
            _length = length;
        }

        internal int Left => _length - _position;

        public bool DataAvailable => Left > 0;

        public bool ValidateServerCertificate { get; set; }

        public int Receive(byte[] buffer)
        {
            if (Left < buffer.Length)
            {
                return 0;
            }

            Array.Copy(_packet, _position, buffer, 0, buffer.Length);
            _position += buffer.Length;
            return buffer.Length;
        }

        public int Receive(byte[] buffer, int timeout)
        {
            return Receive(buffer);
        }

        public int Send(byte[] buffer)
        {
            throw new NotSupportedException();
        }

        public void Close()
        {
        }

        public void Connect()
        {
        }

        public void Accept()
        {
        }
    }
}
