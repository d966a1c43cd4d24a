namespace SecureEsp.VirtualDevice.Board;

/// <summary>The stored configuration of the Wi-Fi station: the block WN1.</summary>
public sealed record StationSettings
{
    internal const string Marker = "WN1";

    private const int Authenticate = 8, Encrypt = 9, RadioKind = 10, SsidAt = 11, SsidLength = 32, PasswordAt = 43, PasswordLength = 64, OptionsAt = 107, Length = 108;

    /// <summary>Join at boot, and again after a loss.</summary>
    public const byte AutoConnect = 0x04;

    /// <summary>Run the radio with a station at all.</summary>
    public const byte Enable = 0x02;

    /// <summary>Do not use the station at all.</summary>
    public const byte Disable = 0x01;

    public uint Id { get; init; }

    /// <summary>Up to 31 bytes of UTF-8; empty: none.</summary>
    public string Ssid { get; init; } = "";

    /// <summary>Up to 63 bytes of UTF-8; empty for an open network.</summary>
    public string Password { get; init; } = "";

    public byte Authentication { get; init; }

    public byte Encryption { get; init; }

    public byte Radio { get; init; }

    /// <summary>Bits of Wireless80211Configuration.ConfigurationOptions. A new board has Enable, AutoConnect and SmartConfig.</summary>
    public byte Options { get; init; } = 0x0E;

    internal static StationSettings Read(Flash flash)
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
        ConfigurationBlock.Write(flash, Marker, 0, bytes);
    }
}
