using System.Net;
using System.Net.Sockets;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Host side of NetworkInterface: index 0 is the station, 1 the device's own access point.</summary>
[Natives("System.Net", "System.Net.NetworkInformation.NetworkInterface")]
internal static class NetworkInterfaceNatives
{
    private const string TypeName = "System.Net.NetworkInformation.NetworkInterface";
    private const int UpdateDns = 0x01, UpdateDhcp = 0x02, UpdateDhcpRenew = 0x04, UpdateDhcpRelease = 0x08;

    private static readonly uint OwnNetwork = EndPoints.ToNumber(Radio.DefaultOwnAddress);
    private static readonly uint WideMask = EndPoints.ToNumber(IPAddress.Parse("255.0.0.0"));
    private static readonly uint NarrowMask = EndPoints.ToNumber(IPAddress.Parse("255.255.255.0"));
    private static readonly uint Gateway = EndPoints.ToNumber(IPAddress.Loopback);

    public static bool GetIsNetworkAvailable() => Life.Current.Board.Radio.IsUp;

    public static int GetNetworkInterfaceCount() => Life.Current is not null ? InterfaceSettings.Count : 0;

    public static object GetNetworkInterface(uint interfaceIndex)
    {
        var life = Life.Current;
        var result = life.New("System.Net", TypeName, (int)interfaceIndex);
        Fill(life.Board, result, (int)interfaceIndex);
        return result;
    }

    public static void InitializeNetworkInterfaceSettings(object self) => Fill(Life.Current.Board, self, Fields.Get<int>(self, "_interfaceIndex"));

    public static void UpdateConfiguration(object self, int updateType)
    {
        var board = Life.Current.Board;
        var index = Fields.Get<int>(self, "_interfaceIndex");
        var stored = board.Wifi.GetInterface(index);
        board.Wifi.SetInterface(index, new InterfaceSettings
        {
            MacAddress = Fields.Get<byte[]?>(self, "_macAddress") is { Length: >= 6 } mac ? mac : stored.MacAddress,
            Address = Fields.Get<uint>(self, "_ipv4Address"),
            NetMask = Fields.Get<uint>(self, "_ipv4NetMask"),
            Gateway = Fields.Get<uint>(self, "_ipv4GatewayAddress"),
            Dns1 = Fields.Get<uint>(self, "_ipv4dnsAddress1"),
            Dns2 = Fields.Get<uint>(self, "_ipv4dnsAddress2"),
            AutomaticDns = Fields.Get<bool>(self, "_automaticDns"),
            Type = Enums.Get(self, "_networkInterfaceType"),
            SpecificConfigId = Fields.Get<uint>(self, "_specificConfigId"),
            AddressMode = Enums.Get(self, "_startupAddressMode"),
        });
        if (index != InterfaceSettings.Station) return;
        if ((updateType & UpdateDhcpRelease) != 0) board.Radio.ReleaseAddress();
        else if ((updateType & (UpdateDhcp | UpdateDhcpRenew)) != 0) board.Radio.ApplyAddress();
    }

    /// <exception cref="ArgumentException">Not an IPv4 address.</exception>
    public static long IPV4AddressFromString(string ipAddress)
    {
        _ = Life.Current;
        return IPAddress.TryParse(ipAddress, out var address) && address.AddressFamily == AddressFamily.InterNetwork
            ? EndPoints.ToNumber(address)
            : throw new ArgumentException($"not an IPv4 address: {ipAddress}");
    }

    /// <exception cref="ArgumentException">Not an IPv6 address.</exception>
    public static ushort[] IPV6AddressFromString(string ipAddress)
    {
        _ = Life.Current;
        if (!IPAddress.TryParse(ipAddress, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            throw new ArgumentException($"not an IPv6 address: {ipAddress}");
        var bytes = address.GetAddressBytes();
        return [.. Enumerable.Range(0, 8).Select(i => (ushort)((bytes[2 * i] << 8) | bytes[(2 * i) + 1]))];
    }

    // With DHCP the addresses are those of the moment, otherwise the stored ones.
    private static void Fill(VirtualBoard board, object target, int index)
    {
        var settings = board.Wifi.GetInterface(index);
        var joined = index == InterfaceSettings.Station && settings.UsesDhcp ? board.Radio.Address : null;
        var ownNetwork = index == InterfaceSettings.OwnAccessPoint && board.Radio.OwnAccessPoint is not null && settings.Address == 0;
        var live = joined is not null;
        var dynamic = index == InterfaceSettings.Station && settings.UsesDhcp;

        Fields.Set(target, "_ipv4Address", live ? EndPoints.ToNumber(joined) : ownNetwork ? OwnNetwork : dynamic ? 0 : settings.Address);
        Fields.Set(target, "_ipv4NetMask", live ? WideMask : ownNetwork ? NarrowMask : dynamic ? 0 : settings.NetMask);
        Fields.Set(target, "_ipv4GatewayAddress", live ? Gateway : ownNetwork ? OwnNetwork : dynamic ? 0 : settings.Gateway);
        Fields.Set(target, "_ipv4dnsAddress1", live && settings.AutomaticDns ? Gateway : settings.Dns1);
        Fields.Set(target, "_ipv4dnsAddress2", settings.Dns2);
        Fields.Set(target, "_automaticDns", settings.AutomaticDns);
        Fields.Set(target, "_specificConfigId", settings.SpecificConfigId);
        Fields.Set(target, "_macAddress", settings.MacAddress);
        Enums.Set(target, "_networkInterfaceType", settings.Type);
        Enums.Set(target, "_startupAddressMode", settings.AddressMode);
    }
}
