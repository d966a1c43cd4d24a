using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>The configuration objects that firmware was given last.</summary>
internal sealed class LastConfiguration
{
    public object? Station { get; set; }

    public object? OwnAccessPoint { get; set; }
}

/// <summary>Host side of Wireless80211Configuration.</summary>
[Natives("System.Net", "System.Net.NetworkInformation.Wireless80211Configuration")]
internal static class StationConfigurationNatives
{
    public static int GetWireless82011ConfigurationCount() => Life.Current is not null ? 1 : 0;

    public static object GetWireless82011Configuration(int configurationIndex)
    {
        var life = Life.Current;
        var stored = life.Board.Wifi.Station;
        var result = life.New("System.Net", "System.Net.NetworkInformation.Wireless80211Configuration", stored.Id);
        Enums.Set(result, "_authentication", stored.Authentication);
        Enums.Set(result, "_encryption", stored.Encryption);
        Enums.Set(result, "_radio", stored.Radio);
        Enums.Set(result, "_options", stored.Options);
        Fields.Set(result, "_password", stored.Password);
        Fields.Set(result, "_ssid", stored.Ssid);
        return life.State<LastConfiguration>().Station = result;
    }

    /// <summary>The real library's native has no parameter: it stores what firmware was given last.</summary>
    public static void UpdateConfiguration() => UpdateConfiguration(Life.Current.State<LastConfiguration>().Station ?? throw new NullReferenceException());

    /// <exception cref="ArgumentException">SSID over 31 or password over 63 bytes.</exception>
    public static void UpdateConfiguration(object self) => Life.Current.Board.Wifi.Station = new StationSettings
    {
        Id = Fields.Get<uint>(self, "_id"),
        Authentication = Enums.Get(self, "_authentication"),
        Encryption = Enums.Get(self, "_encryption"),
        Radio = Enums.Get(self, "_radio"),
        Options = Enums.Get(self, "_options"),
        Password = Fields.Get<string?>(self, "_password") ?? throw new NullReferenceException(),
        Ssid = Fields.Get<string?>(self, "_ssid") ?? throw new NullReferenceException(),
    };
}

/// <summary>Host side of WirelessAPConfiguration (nf-interpreter, sys_net_native_System_Net_NetworkInformation_WirelessAPConfiguration.cpp).</summary>
[Natives("System.Net", "System.Net.NetworkInformation.WirelessAPConfiguration")]
internal static class OwnAccessPointConfigurationNatives
{
    /// <summary>802.11 b, g and n.</summary>
    private const int PhyModesOfLaptop = 7;

    public static int GetWirelessAPConfigurationCount() => Life.Current is not null ? 1 : 0;

    public static object GetWirelessAPConfiguration(int configurationIndex)
    {
        var life = Life.Current;
        var stored = life.Board.Wifi.OwnAccessPoint;
        var result = life.New("System.Net", "System.Net.NetworkInformation.WirelessAPConfiguration", stored.Id);
        Enums.Set(result, "_apAuthentication", stored.Authentication);
        Enums.Set(result, "_apEncryption", stored.Encryption);
        Enums.Set(result, "_apRadio", stored.Radio);
        Enums.Set(result, "_options", stored.Options);
        Fields.Set(result, "_apPassword", stored.Password);
        Fields.Set(result, "_apSsid", stored.Ssid);
        Fields.Set(result, "_apChannel", stored.Channel);
        Fields.Set(result, "_apMaxConnections", stored.MaxConnections);
        return life.State<LastConfiguration>().OwnAccessPoint = result;
    }

    /// <summary>The real library's native has no parameter: it stores what firmware was given last.</summary>
    public static void UpdateConfiguration() => UpdateConfiguration(Life.Current.State<LastConfiguration>().OwnAccessPoint ?? throw new NullReferenceException());

    /// <exception cref="ArgumentException">SSID over 31 or password over 63 bytes.</exception>
    public static void UpdateConfiguration(object self) => Life.Current.Board.Wifi.OwnAccessPoint = new OwnAccessPointSettings
    {
        Id = Fields.Get<uint>(self, "_apId"),
        Authentication = Enums.Get(self, "_apAuthentication"),
        Encryption = Enums.Get(self, "_apEncryption"),
        Radio = Enums.Get(self, "_apRadio"),
        Options = Enums.Get(self, "_options"),
        Password = Fields.Get<string?>(self, "_apPassword") ?? throw new NullReferenceException(),
        Ssid = Fields.Get<string?>(self, "_apSsid") ?? throw new NullReferenceException(),
        Channel = Fields.Get<byte>(self, "_apChannel"),
        MaxConnections = Fields.Get<byte>(self, "_apMaxConnections"),
    };

    /// <param name="ClientIndex">0: all of them.</param>
    public static object NativeGetConnectedClients(int ClientIndex)
    {
        var life = Life.Current;
        var own = life.Board.Radio.OwnAccessPoint;
        var found = Enumerable.Range(0, own?.Places ?? 0)
            .Where(i => ClientIndex == 0 || i == ClientIndex)
            .Select(i => own!.StationAt(i)).OfType<HostStation>().ToList();
        var type = life.Context.LoadFromAssemblyName(new("System.Net")).GetType("System.Net.NetworkInformation.WirelessAPStation", throwOnError: true)!;
        var result = Array.CreateInstance(type, found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var station = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            Fields.Set(station, "_macAddress", found[i].MacAddress.Clone());
            Fields.Set(station, "_rssi", found[i].Rssi);
            Enums.Set(station, "_phyModes", PhyModesOfLaptop);
            result.SetValue(station, i);
        }
        return result;
    }

    public static string? NativeDeauthStation(int ClientIndex)
    {
        var own = Life.Current.Board.Radio.OwnAccessPoint;
        if (own?.StationAt(ClientIndex) is { } station) own.Remove(station);
        return null;
    }
}
