using System.Net;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Host side of IPAddress.</summary>
[Natives("System.Net", "System.Net.IPAddress")]
internal static class AddressNatives
{
    public static string IPv4ToString(uint ipv4Address)
    {
        _ = Life.Current;
        return new IPAddress(ipv4Address).ToString();
    }

    public static string IPv6ToString(ushort[] ipv6Address)
    {
        _ = Life.Current;
        if (ipv6Address is null) throw new NullReferenceException();
        var bytes = new byte[16];
        for (var i = 0; i < 8; i++) (bytes[2 * i], bytes[(2 * i) + 1]) = ((byte)(ipv6Address[i] >> 8), (byte)ipv6Address[i]);
        return new IPAddress(bytes).ToString();
    }
}

/// <summary>Host side of IPGlobalProperties.</summary>
[Natives("System.Net", "System.Net.NetworkInformation.IPGlobalProperties")]
internal static class IPGlobalPropertiesNatives
{
    public static object GetIPAddress()
    {
        var life = Life.Current;
        return life.New("System.Net", "System.Net.IPAddress", (long)EndPoints.ToNumber(life.Board.Radio.Address));
    }
}
