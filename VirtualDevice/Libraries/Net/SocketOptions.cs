using System.Buffers.Binary;
using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Socket options: nanoFramework numbers levels and names as the desktop does. Values are little-endian integers.</summary>
internal static class SocketOptions
{
    /// <summary>Of ESP-IDF's struct timeval: eight bytes of seconds, four of microseconds, and four for its alignment.</summary>
    private const int TimeValueLength = 16;

    /// <exception cref="SocketFault">-1, as the firmware for options that lwIP has not.</exception>
    public static void Set(DeviceSocket target, int level, int name, byte[] value)
    {
        var socket = target.Host;
        var number = BinaryPrimitives.ReadInt32LittleEndian(Padded(value));
        try
        {
            switch ((SocketOptionLevel)level, (SocketOptionName)name)
            {
                // A struct timeval goes down to lwIP (lwIP_Sockets.cpp, SO_RCVTIMEO), where it ends a wait of a handshake: there the socket blocks.
                case (SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout) when value.Length >= TimeValueLength:
                    target.ReceiveLimit = number > 0 ? TimeSpan.FromSeconds(number) : null;
                    break;

                // The library keeps these two itself.
                case (SocketOptionLevel.Socket, SocketOptionName.SendTimeout or SocketOptionName.ReceiveTimeout): break;
                case (SocketOptionLevel.Socket, SocketOptionName.Linger) when number < 0: throw new SocketFault(SocketErrors.Failed);
                case (SocketOptionLevel.Socket, SocketOptionName.Linger): socket.LingerState = new LingerOption(true, number); break;
                case (SocketOptionLevel.Socket, SocketOptionName.DontLinger): socket.LingerState = new LingerOption(false, 0); break;
                default: socket.SetSocketOption((SocketOptionLevel)level, (SocketOptionName)name, number); break;
            }
        }
        catch (Exception e) when (e is SocketException or ArgumentException or NotSupportedException)
        {
            throw new SocketFault(SocketErrors.Failed);
        }
    }

    /// <exception cref="SocketFault">-1, as the firmware for options that lwIP has not.</exception>
    public static void Get(DeviceSocket socket, int level, int name, byte[] value)
    {
        try
        {
            var number = ((SocketOptionLevel)level, (SocketOptionName)name) switch
            {
                (SocketOptionLevel.Socket, SocketOptionName.AcceptConnection) => socket.IsListening ? 1 : 0,
                (SocketOptionLevel.Socket, SocketOptionName.Linger) => socket.Host.LingerState is { Enabled: true } linger ? linger.LingerTime : 0,
                (SocketOptionLevel.Socket, SocketOptionName.DontLinger) => socket.Host.LingerState is { Enabled: true } ? 1 : 0,
                _ => (int)socket.Host.GetSocketOption((SocketOptionLevel)level, (SocketOptionName)name)!,
            };
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            bytes[..Math.Min(4, value.Length)].CopyTo(value);
        }
        catch (Exception e) when (e is SocketException or ArgumentException or NotSupportedException)
        {
            throw new SocketFault(SocketErrors.Failed);
        }
    }

    private static byte[] Padded(byte[] value)
    {
        if (value is null) throw new NullReferenceException();
        var padded = new byte[4];
        value.AsSpan(0, Math.Min(4, value.Length)).CopyTo(padded);
        return padded;
    }
}
