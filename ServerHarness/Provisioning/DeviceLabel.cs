namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>What is printed on a device: how to get into its own network, and the code that its page asks for.</summary>
/// <param name="DeviceId">1 to 64 of A-Z a-z 0-9 . _ -</param>
public sealed record DeviceLabel(string DeviceId, PresenceSecrets Secrets)
{
    /// <summary>The device's address in its own network. DeviceApp, OwnNetwork.</summary>
    public const string Address = "192.168.4.1";

    /// <summary>Where the page is.</summary>
    public const string Page = $"https://{Address}/";

    // DeviceApp, AccessPointMode.Ssid.
    private const string Prefix = "ESP_";
    private const int LongestSsid = 31;

    /// <summary>Name of the network: of the device's id, the end of it where it is too long.</summary>
    public string Ssid => Prefix + DeviceId[Math.Max(0, DeviceId.Length - (LongestSsid - Prefix.Length))..];

    /// <summary>What a phone's camera understands: the form that ZXing has introduced.</summary>
    public string WifiText => $"WIFI:T:WPA;S:{Escape(Ssid)};P:{Escape(Secrets.Password)};;";

    /// <summary>The words of the label, a line each.</summary>
    public IReadOnlyList<(string Name, string Value)> Lines => [("Device", DeviceId), ("Wi-Fi", Ssid), ("Password", Secrets.Password), ("Page", Page), ("Setup code", Secrets.Code)];

    // Backslash, semicolon, comma, colon and quote have a meaning of their own there.
    private static string Escape(string text) => string.Concat(text.Select(c => @"\;,:""".Contains(c) ? $@"\{c}" : $"{c}"));
}
