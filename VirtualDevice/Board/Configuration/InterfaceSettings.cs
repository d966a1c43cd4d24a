namespace SecureEsp.VirtualDevice.Board;

/// <summary>The stored configuration of a network interface: a block CN1. Addresses have their first octet in the lowest byte.</summary>
public sealed record InterfaceSettings
{
    internal const string Marker = "CN1";

    public const int Station = 0;
    public const int OwnAccessPoint = 1;
    public const int Count = 2;

    private const byte StationType = 71, OwnAccessPointType = 72;
    private const byte Dhcp = 1, Static = 2;
    private const int MacAt = 4, AddressAt = 10, MaskAt = 14, GatewayAt = 18, Dns1At = 22, Dns2At = 26, TypeAt = 110, SpecificAt = 111, AutomaticDnsAt = 115, ModeAt = 116, Length = 117;

    public byte[] MacAddress { get; init; } = new byte[6];

    public uint Address { get; init; }

    public uint NetMask { get; init; }

    public uint Gateway { get; init; }

    public uint Dns1 { get; init; }

    public uint Dns2 { get; init; }

    /// <summary>A value of NetworkInterfaceType.</summary>
    public byte Type { get; init; }

    public uint SpecificConfigId { get; init; }

    public bool AutomaticDns { get; init; }

    /// <summary>A value of AddressMode.</summary>
    public byte AddressMode { get; init; }

    public bool UsesDhcp => AddressMode == Dhcp;

    internal static InterfaceSettings Read(Flash flash, int index, byte[] factoryMac)
    {
        if (ConfigurationBlock.Read(flash, Marker, index, Length) is not { } bytes) return Default(index, factoryMac);
        return new()
        {
            MacAddress = bytes[MacAt..AddressAt],
            Address = ConfigurationBlock.GetUInt32(bytes, AddressAt),
            NetMask = ConfigurationBlock.GetUInt32(bytes, MaskAt),
            Gateway = ConfigurationBlock.GetUInt32(bytes, GatewayAt),
            Dns1 = ConfigurationBlock.GetUInt32(bytes, Dns1At),
            Dns2 = ConfigurationBlock.GetUInt32(bytes, Dns2At),
            Type = bytes[TypeAt],
            SpecificConfigId = ConfigurationBlock.GetUInt32(bytes, SpecificAt),
            AutomaticDns = bytes[AutomaticDnsAt] != 0,
            AddressMode = bytes[ModeAt],
        };
    }

    internal void Write(Flash flash, int index)
    {
        var bytes = ConfigurationBlock.Create(Marker, Length);
        MacAddress.AsSpan(0, 6).CopyTo(bytes.AsSpan(MacAt));
        ConfigurationBlock.SetUInt32(bytes, AddressAt, Address);
        ConfigurationBlock.SetUInt32(bytes, MaskAt, NetMask);
        ConfigurationBlock.SetUInt32(bytes, GatewayAt, Gateway);
        ConfigurationBlock.SetUInt32(bytes, Dns1At, Dns1);
        ConfigurationBlock.SetUInt32(bytes, Dns2At, Dns2);
        bytes[TypeAt] = Type;
        ConfigurationBlock.SetUInt32(bytes, SpecificAt, SpecificConfigId);
        bytes[AutomaticDnsAt] = AutomaticDns ? (byte)1 : (byte)0;
        bytes[ModeAt] = AddressMode;
        ConfigurationBlock.Write(flash, Marker, index, bytes);
    }

    private static InterfaceSettings Default(int index, byte[] factoryMac)
    {
        var mac = (byte[])factoryMac.Clone();
        mac[5] += (byte)index;
        return index == Station
            ? new() { MacAddress = mac, Type = StationType, AddressMode = Dhcp, AutomaticDns = true }
            : new() { MacAddress = mac, Type = OwnAccessPointType, AddressMode = Static };
    }
}
