namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>What <c>nanoff --networkdeployment</c> takes: Wi-Fi, and the certificates of the board's store.</summary>
public sealed record NetworkDeployment
{
    /// <summary>The Wi-Fi network to join; null leaves the board's as it is.</summary>
    public WirelessClient? WirelessClient { get; init; }

    /// <summary>
    /// Base64 of the device's certificate, its intermediates and its unencrypted key in one PEM text. THE TEXT MUST END IN A NUL
    /// BYTE: nanoff's own repair of a missing one is lost on its way, and the board then finds no certificate.
    /// </summary>
    public string? DeviceCertificates { get; init; }

    /// <summary>Instead of that, a file with the same content.</summary>
    public string? DeviceCertificatesPath { get; init; }

    /// <summary>Base64 of the authorities that the board trusts, PEM, ending in a NUL byte too.</summary>
    public string? CACertificates { get; init; }

    /// <summary>Instead of that, a file with the same content.</summary>
    public string? CACertificatesPath { get; init; }
}

/// <summary>A Wi-Fi network, in nanoff's words.</summary>
public sealed record WirelessClient
{
    /// <summary>1 to 31 bytes of UTF-8.</summary>
    public required string Ssid { get; init; }

    /// <summary>8 to 63 characters; empty for an open network.</summary>
    public string Password { get; init; } = "";

    /// <summary>None, EAP, PEAP, WCN, Open, Shared, WEP, WPA or WPA2.</summary>
    public string Authentication { get; init; } = "WPA2";

    /// <summary>WEP, WPA, WPA2, WPA_PSK, WPA2_PSK2, Certificate or none.</summary>
    public string Encryption { get; init; } = "WPA2";

    /// <summary>None, Disable, Enable, AutoConnect or SmartConfig.</summary>
    public string ConfigurationOption { get; init; } = "AutoConnect";

    /// <summary>802.11a, 802.11b, 802.11g or 802.11n.</summary>
    public string RadioType { get; init; } = "802.11n";

    /// <summary>Whether the address comes from the network.</summary>
    public bool DhcpEnabled { get; init; } = true;

    /// <summary>Whether the name servers come from the network.</summary>
    public bool AutomaticDNS { get; init; } = true;
}
