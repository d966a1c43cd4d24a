using System.Text.Json.Serialization;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>A board profile as its file has it. Names are in camelCase; paths are relative to the file.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProfileDocument
{
    /// <summary>What the file is for; not looked at.</summary>
    public string? Comment { get; init; }

    /// <summary>Megabytes of the board's flash chip: 4, 8, 16 or 32. It decides the size of drive I:.</summary>
    public int FlashMegabytes { get; init; } = 8;

    /// <summary>How the firmware image reports TLS failures: "cryptographicException" (System.Net native 100.2.0.14) or "socketException" (100.2.0.12).</summary>
    public string Generation { get; init; } = "cryptographicException";

    /// <summary>The Wi-Fi networks in range.</summary>
    public IReadOnlyList<ProfileNetwork> Networks { get; init; } = [];

    /// <summary>Stored in the board's network configuration, as nanoff would do it; null leaves it empty.</summary>
    public ProfileCredentials? Stored { get; init; }

    /// <summary>Levels that the outside puts on pins, by number: true is high.</summary>
    public IReadOnlyDictionary<int, bool> Pins { get; init; } = new Dictionary<int, bool>();

    public ProfileCertificates? Certificates { get; init; }

    /// <summary>Files of drive I:, by their path there.</summary>
    public IReadOnlyDictionary<string, ProfileContent> Files { get; init; } = new Dictionary<string, ProfileContent>();
}

/// <param name="Ssid">1 to 32 bytes.</param>
/// <param name="Password">8 to 63 characters; empty for an open network.</param>
/// <param name="Signal">dBm.</param>
/// <param name="Hosts">What its DNS answers: loopback addresses.</param>
/// <param name="Time">"host" for the time of this machine, "none" for no time server, or the time at switching on, such as 2026-06-01T00:00:00Z.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProfileNetwork(string Ssid, string Password = "", sbyte Signal = -50, IReadOnlyDictionary<string, string>? Hosts = null, string Time = "host");

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProfileCredentials(string Ssid, string Password);

/// <param name="Ca">PEM file with what the device trusts.</param>
/// <param name="Certificate">PEM file with the device's certificate; it needs the key.</param>
/// <param name="Key">PEM file with its unencrypted key.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProfileCertificates(string? Ca = null, string? Certificate = null, string? Key = null);

/// <summary>One of the two: text as it is, as UTF-8, or a file of this machine.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProfileContent(string? Text = null, string? From = null);
