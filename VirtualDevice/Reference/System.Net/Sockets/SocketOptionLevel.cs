namespace System.Net.Sockets
{
    /// <summary>Protocol level of a socket option.</summary>
    public enum SocketOptionLevel
    {
        Socket = 65535,
        IP = 0,
        IPv6 = 41,
        Tcp = 6,
        Udp = 17,
    }
}
