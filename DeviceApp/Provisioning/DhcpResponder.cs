using System;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// The server's side of DHCP (RFC 2131) for a network of a few stations, without any input or output: a message goes in, and what is
    /// to be sent to all stations comes out in its place. No router and no DNS are named: this network leads nowhere.
    /// </summary>
    public sealed class DhcpResponder
    {
        /// <summary>How many stations get an address; the one that asked least recently gives way.</summary>
        public const int Places = 4;

        /// <summary>Longest message, in bytes.</summary>
        public const int MaxBytes = 576;

        private const byte Discover = 1;
        private const byte Offer = 2;
        private const byte Request = 3;
        private const byte Acknowledge = 5;
        private const byte Refuse = 6;
        private const byte Type = 53;
        private const byte RequestedAddress = 50;
        private const byte Server = 54;
        private const byte End = 255;
        private const int OptionsAt = 240;
        private const int HardwareLength = 6;
        private const int ClientAddressAt = 12;
        private const int YourAddressAt = 16;
        private const int HardwareAt = 28;
        private const int FirstHost = 2;

        // Everything behind the type: server, lease of ten minutes, mask, end.
        private static readonly byte[] Rest = { Server, 4, 0, 0, 0, 0, 51, 4, 0, 0, 2, 88, 1, 4, 255, 255, 255, 0, End };

        private readonly byte[] _own;
        private readonly byte[][] _stations = new byte[Places][];
        private readonly int[] _used = new int[Places];
        private int _turn;

        /// <summary>For the network of <paramref name="own"/>, the four bytes of the device's address; its mask has 24 bits.</summary>
        public DhcpResponder(byte[] own)
        {
            _own = own;
        }

        /// <summary>Answers a message in its own buffer, which must have <see cref="MaxBytes"/> bytes.</summary>
        /// <returns>Length of the answer in bytes; 0 where there is none.</returns>
        public int Answer(byte[] message, int length)
        {
            // A request on Ethernet, with the magic of options.
            if (message[0] != 1 || message[1] != 1 || message[2] != HardwareLength || !HasMagic(message))
            {
                return 0;
            }

            var type = Option(message, length, Type, 1);
            if (type < 0 || (message[type] != Discover && message[type] != Request))
            {
                return 0;
            }

            if (message[type] == Discover)
            {
                return Write(message, Offer, Place(message));
            }

            var server = Option(message, length, Server, 4);
            if (server >= 0 && !Same(message, server, _own, 4))
            {
                return 0;
            }

            var place = Place(message);
            var asked = Option(message, length, RequestedAddress, 4);
            asked = asked >= 0 ? asked : ClientAddressAt;
            var isOurs = Same(message, asked, _own, 3) && message[asked + 3] == FirstHost + place;
            return isOurs ? Write(message, Acknowledge, place) : Write(message, Refuse, -1);
        }

        private static bool HasMagic(byte[] message)
        {
            return message[236] == 0x63 && message[237] == 0x82 && message[238] == 0x53 && message[239] == 0x63;
        }

        // Where the value of an option lies; -1 where it is not there, or has another length.
        private static int Option(byte[] message, int length, byte code, int valueLength)
        {
            for (var at = OptionsAt; at + 1 < length && message[at] != End;)
            {
                if (message[at] == 0)
                {
                    at++;
                    continue;
                }

                var next = at + 2 + message[at + 1];
                if (next > length)
                {
                    return -1;
                }

                if (message[at] == code)
                {
                    return message[at + 1] == valueLength ? at + 2 : -1;
                }

                at = next;
            }

            return -1;
        }

        private int Write(byte[] message, byte type, int place)
        {
            message[0] = 2;
            Array.Clear(message, ClientAddressAt, HardwareAt - ClientAddressAt);
            Array.Clear(message, HardwareAt + HardwareLength, 236 - HardwareAt - HardwareLength);
            if (place >= 0)
            {
                Array.Copy(_own, 0, message, YourAddressAt, 3);
                message[YourAddressAt + 3] = (byte)(FirstHost + place);
            }

            message[OptionsAt] = Type;
            message[OptionsAt + 1] = 1;
            message[OptionsAt + 2] = type;
            Array.Copy(Rest, 0, message, OptionsAt + 3, Rest.Length);
            Array.Copy(_own, 0, message, OptionsAt + 5, 4);
            return OptionsAt + 3 + Rest.Length;
        }

        private int Place(byte[] message)
        {
            var oldest = 0;
            for (var i = 0; i < Places; i++)
            {
                if (_stations[i] != null && Same(message, HardwareAt, _stations[i], HardwareLength))
                {
                    _used[i] = ++_turn;
                    return i;
                }

                oldest = _used[i] < _used[oldest] ? i : oldest;
            }

            var address = new byte[HardwareLength];
            Array.Copy(message, HardwareAt, address, 0, HardwareLength);
            _stations[oldest] = address;
            _used[oldest] = ++_turn;
            return oldest;
        }

        private static bool Same(byte[] message, int at, byte[] other, int count)
        {
            for (var i = 0; i < count; i++)
            {
                if (message[at + i] != other[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
