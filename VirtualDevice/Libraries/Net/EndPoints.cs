using System.Net;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Carries addresses between nanoFramework's IPEndPoint and the host's. IPv4 only.</summary>
internal static class EndPoints
{
    private const int InterNetwork = 2;

    public static IPEndPoint FromDevice(object? endPoint)
    {
        if (endPoint is null) throw new NullReferenceException();
        var address = Fields.Get<object>(endPoint, "_address") ?? throw new NullReferenceException();
        if (System.Convert.ToInt32(Fields.Get<object>(address, "_family")) != InterNetwork) throw new SocketFault(SocketErrors.AddressFamilyNotSupported);
        return new IPEndPoint(Fields.Get<long>(address, "Address"), Fields.Get<int>(endPoint, "_port"));
    }

    public static object ToDevice(Life life, EndPoint? endPoint)
    {
        var ip = endPoint as IPEndPoint ?? new IPEndPoint(IPAddress.Any, 0);
        return life.New("System.Net", "System.Net.IPEndPoint", (long)ToNumber(ip.Address), ip.Port);
    }

    /// <summary>First octet in the lowest byte.</summary>
    public static uint ToNumber(IPAddress? address) => address is null ? 0 : BitConverter.ToUInt32(address.GetAddressBytes());
}
