namespace SecureEsp.VirtualDevice.Board;

/// <summary>The stored configuration of the device's own access point: the block AP1. It counts from the next boot on.</summary>
public sealed record OwnAccessPointSettings
{
    internal const string Marker = "AP1";

    private const int Authenticate = 8, Encrypt = 9, RadioKind = 10, SsidAt = 11, SsidLength = 32, PasswordAt = 43, PasswordLength = 64;
    private const int OptionsAt = 107, ChannelAt = 108, ConnectionsAt = 109, Length = 110;
    private const byte Enable = 0x02;

    public uint Id { get; init; }

    public string Ssid { get; init; } = "nano_000000";

    public string Password { get; init; } = "nanoframework";

    /// <summary>8 is WPA2.</summary>
    public byte Authentication { get; init; } = 8;

    /// <summary>3 is WPA2.</summary>
    public byte Encryption { get; init; } = 3;

    /// <summary>8 is 802.11n.</summary>
    public byte Radio { get; init; } = 8;

    /// <summary>Bits of WirelessAPConfiguration.ConfigurationOptions. A new board has Disable.</summary>
    public byte Options { get; init; } = 1;

    public byte Channel { get; init; } = 11;

    public byte MaxConnections { get; init; } = 4;

    public bool IsEnabled => (Options & Enable) != 0;

    internal static OwnAccessPointSettings Read(Flash flash)
    {
        if (ConfigurationBlock.Read(flash, Marker, 0, Length) is not { } bytes) return new();
        return new()
        {
            Id = ConfigurationBlock.GetUInt32(bytes, ConfigurationBlock.MarkerLength),
            Authentication = bytes[Authenticate],
            Encryption = bytes[Encrypt],
            Radio = bytes[RadioKind],
            Ssid = ConfigurationBlock.GetText(bytes.AsSpan(SsidAt, SsidLength)),
            Password = ConfigurationBlock.GetText(bytes.AsSpan(PasswordAt, PasswordLength)),
            Options = bytes[OptionsAt],
            Channel = bytes[ChannelAt],
            MaxConnections = bytes[ConnectionsAt],
        };
    }

    /// <exception cref="ArgumentException">SSID or password does not fit.</exception>
    internal void Write(Flash flash)
    {
        var bytes = ConfigurationBlock.Create(Marker, Length);
        ConfigurationBlock.SetUInt32(bytes, ConfigurationBlock.MarkerLength, Id);
        bytes[Authenticate] = Authentication;
        bytes[Encrypt] = Encryption;
        bytes[RadioKind] = Radio;
        ConfigurationBlock.SetText(bytes.AsSpan(SsidAt, SsidLength), Ssid);
        ConfigurationBlock.SetText(bytes.AsSpan(PasswordAt, PasswordLength), Password);
        bytes[OptionsAt] = Options;
        bytes[ChannelAt] = Channel;
        bytes[ConnectionsAt] = MaxConnections;
        ConfigurationBlock.Write(flash, Marker, 0, bytes);
    }
}
