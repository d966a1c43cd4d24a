using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Threading;

namespace Staller
{
    /// <summary>One thread ticks, another begins a TLS handshake with a peer that never answers; time-outs are set in vain.</summary>
    public static class Program
    {
        public static void Main()
        {
            IPAddress[] addresses = null;
            while (addresses == null)
            {
                // No event is at hand without more libraries: the station has its address soon.
                try { addresses = Dns.GetHostEntry("server.test").AddressList; }
                catch (SocketException) { Thread.Sleep(10); }
            }

            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(addresses[0], int.Parse(File.ReadAllText("I:\\port.txt"))));
            socket.ReceiveTimeout = 100;
            socket.SendTimeout = 100;
            new Thread(Tick).Start();
            try
            {
                new SslStream(socket).AuthenticateAsClient("server.test", SslProtocols.Tls13);
            }
            catch (Exception)
            {
                Debug.WriteLine("handshake ended");
            }

            Thread.Sleep(Timeout.Infinite);
        }

        private static void Tick()
        {
            while (true)
            {
                Debug.WriteLine("tick");
                Thread.Sleep(1);
            }
        }
    }
}
