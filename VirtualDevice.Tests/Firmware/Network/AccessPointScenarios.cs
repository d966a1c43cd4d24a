using System;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Threading;

namespace Network
{
    /// <summary>The device's own access point.</summary>
    internal static class AccessPointScenarios
    {
        private const int DhcpServerPort = 67;
        private const int DhcpClientPort = 68;
        private const int OptionsAt = 240;

        /// <summary>Stores a configuration. The arguments: SSID, password, authentication, channel, connections, options.</summary>
        public static void Save(string[] lines)
        {
            WirelessAPConfiguration own = WirelessAPConfiguration.GetAllWirelessAPConfigurations()[0];
            own.Ssid = lines[1];
            own.Password = lines[2] == "null" ? null : lines[2];
            own.Authentication = (AuthenticationType)int.Parse(lines[3]);
            own.Channel = (byte)int.Parse(lines[4]);
            own.MaxConnections = (byte)int.Parse(lines[5]);
            own.Options = (WirelessAPConfiguration.ConfigurationOptions)int.Parse(lines[6]);
            try
            {
                own.SaveConfiguration();
                Program.Say("saved");
            }
            catch (Exception e)
            {
                Program.Say("not saved: " + e.GetType().Name);
            }
        }

        /// <summary>Tells who comes and goes, and greets who connects to port 443. Throws the first station out if asked to.</summary>
        public static void Serve(string[] lines)
        {
            NetworkChange.NetworkAPStationChanged += (index, e) =>
            {
                Program.Say("station " + e.StationIndex.ToString() + " of " + index.ToString() + " " + e.IsConnected.ToString());
            };
            WirelessAPConfiguration own = WirelessAPConfiguration.GetAllWirelessAPConfigurations()[0];
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 443));
            listener.Listen(1);
            NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
            Program.Say("serving at " + all[1].IPv4Address + ", port " + ((IPEndPoint)listener.LocalEndPoint).Port.ToString());
            while (true)
            {
                using (Socket peer = listener.Accept())
                {
                    WirelessAPStation[] stations = own.GetConnectedStations();
                    Program.Say(stations.Length.ToString() + " stations, first " + BitConverter.ToString(stations[0].MacAddress));
                    peer.Send(new byte[] { 42 });
                    peer.Receive(new byte[1]);
                    if (lines.Length > 1)
                    {
                        own.DeAuthStation(0);
                    }
                }
            }
        }

        /// <summary>Gives 192.168.4.7 to whoever asks.</summary>
        public static void GiveAddress()
        {
            var server = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            server.Bind(new IPEndPoint(IPAddress.Parse("192.168.4.1"), DhcpServerPort));
            Program.Say("dhcp");
            var message = new byte[600];
            while (true)
            {
                EndPoint from = new IPEndPoint(IPAddress.Any, 0);
                server.ReceiveFrom(message, ref from);
                byte type = message[OptionsAt + 2];
                message[0] = 2;
                Put(message, 16, new byte[] { 192, 168, 4, 7 });
                Put(message, OptionsAt, new byte[]
                {
                    53, 1, (byte)(type == 1 ? 2 : 5), 1, 4, 255, 255, 255, 0, 54, 4, 192, 168, 4, 1, 51, 4, 0, 0, 2, 88, 255
                });
                server.SendTo(message, new IPEndPoint(IPAddress.Parse("255.255.255.255"), DhcpClientPort));
            }
        }

        private static void Put(byte[] target, int at, byte[] bytes)
        {
            Array.Copy(bytes, 0, target, at, bytes.Length);
        }
    }
}
