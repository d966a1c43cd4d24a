using System.Net;
using System.Net.Sockets;

namespace SecureEsp.ServerHarness.Broker;

internal static class FreePort
{
    /// <summary>A port that was free a moment ago: another process may still take it first.</summary>
    public static int Find(IPAddress address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
