namespace SecureEsp.VirtualDevice.Board;

/// <summary>The network configuration on flash, as firmware and nanoff read and write it.</summary>
public sealed class WifiConfiguration
{
    private readonly Flash _flash;

    internal WifiConfiguration(Flash flash) => _flash = flash;

    /// <summary>The station's; what a new board has where nothing is stored.</summary>
    public StationSettings Station
    {
        get => StationSettings.Read(_flash);
        set => value.Write(_flash);
    }

    /// <summary>The device's own access point; what a new board has where nothing is stored.</summary>
    public OwnAccessPointSettings OwnAccessPoint
    {
        get => OwnAccessPointSettings.Read(_flash);
        set => value.Write(_flash);
    }

    /// <summary>Burnt in at the factory.</summary>
    public byte[] FactoryMac { get; } = CreateMac();

    /// <summary>Stores a network for the station, as nanoff's network deployment does.</summary>
    /// <exception cref="ArgumentException">SSID over 31 or password over 63 bytes.</exception>
    public void Provision(string ssid, string password) => Station = Station with { Ssid = ssid, Password = password };

    public InterfaceSettings GetInterface(int index) => InterfaceSettings.Read(_flash, index, FactoryMac);

    public void SetInterface(int index, InterfaceSettings settings) => settings.Write(_flash, index);

    private static byte[] CreateMac()
    {
        var mac = new byte[6];
        System.Security.Cryptography.RandomNumberGenerator.Fill(mac);
        mac[0] = 0x02; // locally administered
        return mac;
    }
}
