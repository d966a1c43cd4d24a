using SecureEsp.VirtualDevice.Libraries.Net;

namespace SecureEsp.VirtualDevice.Runtime;

public sealed partial class Life
{
    /// <summary>What the firmware holds at this moment: to be compared before and after something that should leave nothing behind.</summary>
    public LifeResources Resources
    {
        get
        {
            var sockets = State<SocketTable>();
            return new(Threads.Count, sockets.Open, sockets.OpenContexts);
        }
    }
}

/// <summary>What a running firmware holds.</summary>
/// <param name="Threads">Threads that run, Main and those of libraries included.</param>
/// <param name="Sockets">Open sockets; a board has 16.</param>
/// <param name="TlsContexts">TLS contexts; a board has 16.</param>
public readonly record struct LifeResources(int Threads, int Sockets, int TlsContexts);
