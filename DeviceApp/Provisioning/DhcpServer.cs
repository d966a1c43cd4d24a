using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Gives addresses to who joins the access point: the images have no DHCP server. One socket, one thread, until it is stopped.</summary>
    public sealed class DhcpServer : IAddressServer
    {
        private const int ServerPort = 67;
        private const int ClientPort = 68;
        private const int PauseAfterErrorMs = 1000;

        private readonly LeveledConsole _console;
        private readonly string _address;
        private Socket _socket;

        /// <summary>Serves the network of <paramref name="address"/>, the device's own one.</summary>
        public DhcpServer(LeveledConsole console, string address)
        {
            _console = console;
            _address = address;
        }

        /// <inheritdoc/>
        public void Start()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                // At the access point's own address, so that what is sent to all goes out there and nowhere else.
                socket.Bind(new IPEndPoint(IPAddress.Parse(_address), ServerPort));
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
            }
            catch
            {
                socket.Close();
                throw;
            }

            _socket = socket;
            new Thread(() => Run(socket)).Start();
        }

        /// <inheritdoc/>
        public void Stop()
        {
            var socket = _socket;
            _socket = null;
            socket?.Close();
        }

        private void Run(Socket socket)
        {
            var responder = new DhcpResponder(IPAddress.Parse(_address).GetAddressBytes());
            var message = new byte[DhcpResponder.MaxBytes];
            var toAll = new IPEndPoint(IPAddress.Parse("255.255.255.255"), ClientPort);
            while (_socket == socket)
            {
                try
                {
                    EndPoint from = new IPEndPoint(IPAddress.Any, 0);
                    var length = responder.Answer(message, socket.ReceiveFrom(message, ref from));
                    if (length > 0)
                    {
                        socket.SendTo(message, length, SocketFlags.None, toAll);
                    }
                }
                catch (Exception e)
                {
                    if (_socket == socket)
                    {
                        _console.Debug("dhcp", e.GetType().Name + ", " + e.Message);
                        Thread.Sleep(PauseAfterErrorMs);
                    }
                }
            }
        }
    }
}
