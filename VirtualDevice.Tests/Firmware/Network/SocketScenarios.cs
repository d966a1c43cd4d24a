using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace Network
{
    internal static class SocketScenarios
    {
        public static void Offline(string address)
        {
            try
            {
                Dns.GetHostEntry("server.test");
            }
            catch (SocketException e)
            {
                Program.Say("name error " + e.ErrorCode.ToString());
            }

            Program.Connect(address, "1");
        }

        public static void Limits()
        {
            int open = 0;
            try
            {
                while (open < 100)
                {
                    new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    open++;
                }
            }
            catch (SocketException e)
            {
                Program.Say("open " + open.ToString() + " error " + e.ErrorCode.ToString());
            }
        }

        public static void Listeners()
        {
            int listening = 0;
            try
            {
                while (listening < 100)
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(IPAddress.Any, 0));
                    socket.Listen(1);
                    listening++;
                }
            }
            catch (SocketException e)
            {
                Program.Say("listening " + listening.ToString() + " error " + e.ErrorCode.ToString());
            }
        }

        public static void Options()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            Program.Say("no delay " + socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay).ToString()
                + " keep alive " + socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive).ToString());
            socket.Close();
            try
            {
                socket.Send(new byte[1]);
            }
            catch (System.ObjectDisposedException)
            {
                Program.Say("closed");
            }

            new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.IPv4);
        }

        public static void Silence(string host, string port)
        {
            Socket socket = Program.Connect(host, port);
            Program.Say("polled " + socket.Poll(1000, SelectMode.SelectRead).ToString() + " available " + socket.Available.ToString());
            socket.ReceiveTimeout = 20;
            socket.Receive(new byte[1]);
        }

        public static void WaitForBytes(string host, string port)
        {
            Socket socket = Program.Connect(host, port);
            Program.Say("connected from " + ((IPEndPoint)socket.LocalEndPoint).Address.ToString());
            byte[] buffer = new byte[16];
            try
            {
                int count = socket.Receive(buffer);
                Program.Say("received " + Encoding.UTF8.GetString(buffer, 0, count));
                return;
            }
            catch (SocketException e)
            {
                Program.Say("lost " + e.ErrorCode.ToString());
            }

            while (socket.Available == 0)
            {
                Thread.Sleep(5);
            }

            socket.Receive(buffer);
        }

        public static void Datagram(string host, string port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SendTo(Encoding.UTF8.GetBytes("ping"), new IPEndPoint(IPAddress.Parse(host), int.Parse(port)));
            byte[] buffer = new byte[16];
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            int count = socket.ReceiveFrom(buffer, ref from);
            Program.Say("received " + Encoding.UTF8.GetString(buffer, 0, count) + " from port " + ((IPEndPoint)from).Port.ToString());
        }
    }
}
