using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Runs the host side of a network native: waits as the device's thread does, and throws the device's exceptions.</summary>
internal static class NetworkCall
{
    private const string Assembly = "System.Net";

    public static T Run<T>(Func<Life, SocketTable, T> call)
    {
        var life = Life.Current;
        try
        {
            return call(life, life.State<SocketTable>());
        }
        catch (SocketFault e)
        {
            throw life.NewException(Assembly, "System.Net.Sockets.SocketException", e.Code);
        }
        catch (TlsFault e)
        {
            throw Convert(life, e);
        }
    }

    public static void Run(Action<Life, SocketTable> call) => Run((life, sockets) =>
    {
        call(life, sockets);
        return 0;
    });

    /// <summary>The socket of a nanoFramework Socket object.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public static DeviceSocket Of(this SocketTable sockets, object? socket) => sockets.Get(HandleOf(socket));

    public static int HandleOf(object? socket)
    {
        if (socket is null) throw new NullReferenceException();
        var handle = Fields.Get<int>(socket, "m_Handle");
        return handle != -1 ? handle : throw new ObjectDisposedException(null);
    }

    public static TimeSpan Limit(int milliseconds) => milliseconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds);

    private static Exception Convert(Life life, TlsFault fault)
    {
        if (life.Board.TlsGeneration == TlsGeneration.SocketException)
            return life.NewException(Assembly, "System.Net.Sockets.SocketException", fault.Kind switch
            {
                TlsFaultKind.Verification => MbedTlsError.X509VerifyFailed,
                TlsFaultKind.SetUp => SocketErrors.Failed,
                _ => fault.Code,
            });

        var exception = life.NewException(Assembly, "System.Security.Cryptography.CryptographicException");
        Fields.Set(exception, "_errorCode", fault.Code);
        return exception;
    }
}
