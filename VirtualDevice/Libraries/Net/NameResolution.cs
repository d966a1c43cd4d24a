using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Names to addresses: literals as they are, the empty name to the device's own, others by the joined network.</summary>
internal static class NameResolution
{
    private const int SocketAddressLength = 16;

    /// <summary>IPv4 socket addresses: family (little endian), port, address in network order.</summary>
    /// <exception cref="SocketFault">HostNotFound: unknown name, or no network.</exception>
    public static byte[][] Resolve(Radio radio, string name)
    {
        if (name is null) throw new SocketFault(SocketErrors.InvalidArgument);
        if (name.Length == 0) return [ToSocketAddress(radio.Address ?? IPAddress.Any)];
        var address = IPAddress.TryParse(name, out var literal) && literal.AddressFamily == AddressFamily.InterNetwork ? literal : radio.Resolve(name);
        return [ToSocketAddress(address ?? throw new SocketFault(SocketErrors.HostNotFound))];
    }

    private static byte[] ToSocketAddress(IPAddress address)
    {
        var bytes = new byte[SocketAddressLength];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, 2);
        address.GetAddressBytes().CopyTo(bytes, 4);
        return bytes;
    }
}
