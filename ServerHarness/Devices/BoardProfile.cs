using System.Net;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>What a virtual board is given before it is switched on: as nanoff would put it there, and the Wi-Fi network in its range.</summary>
public sealed record BoardProfile
{
    /// <summary>The network's name, 1 to 32 bytes.</summary>
    public string Ssid { get; init; } = "HomeNet";

    /// <summary>The network's WPA2 password, 8 to 63 characters; empty for an open network.</summary>
    public string Password { get; init; } = "correct-horse-battery";

    /// <summary>What the network's DNS answers. The device reaches loopback addresses only.</summary>
    public IReadOnlyDictionary<string, IPAddress> Hosts { get; init; } = new Dictionary<string, IPAddress>();

    /// <summary>The network's time server, UTC. With null, the device stays at 1970 and refuses TLS.</summary>
    public Func<DateTime?>? TimeSource { get; init; } = static () => DateTime.UtcNow;

    /// <summary>Lines of <c>I:\settings.txt</c>; none leaves the firmware's defaults.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>PEM file with the authorities that the device trusts; null leaves its store empty.</summary>
    public string? CaFile { get; init; }

    /// <summary>The device's certificate and unencrypted key; null leaves its store empty.</summary>
    public KeyPairFiles? Identity { get; init; }

    /// <summary>Files on its flash: the name there, and the file here that has the content.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>A device of a PKI: it trusts the PKI's chain, is who its certificate says, and carries that id in its settings.</summary>
    /// <exception cref="HarnessException">The PKI has no such device.</exception>
    public static BoardProfile For(PkiFolder pki, string deviceId) => new()
    {
        CaFile = pki.Layout.CaChain,
        Identity = pki.FilesOf(Leaf.DeviceKind, deviceId),
        Settings = new Dictionary<string, string> { ["device.id"] = deviceId },
    };

    /// <summary>The same with an HTTPS server of its own, whose callers must be operators.</summary>
    /// <param name="server">The server certificate that it shows, by its first name.</param>
    /// <exception cref="HarnessException">The PKI has no such certificate.</exception>
    public BoardProfile WithWeb(PkiFolder pki, string server)
    {
        var web = WebProvision.For(pki, server);
        return this with { CaFile = web.Trusted, Files = Files.Concat(web.Files).ToDictionary(), Settings = Settings.Concat(web.Settings).ToDictionary() };
    }

    /// <summary>The same with these settings, whatever they were before.</summary>
    public BoardProfile With(params (string Key, string Value)[] settings)
    {
        var all = Settings.ToDictionary();
        foreach (var (key, value) in settings) all[key] = value;
        return this with { Settings = all };
    }

    /// <summary>Makes the board.</summary>
    /// <param name="flash">What is on its flash already; without, an empty one.</param>
    /// <exception cref="HarnessException">A file cannot be read.</exception>
    public VirtualBoard Create(Flash? flash = null)
    {
        var board = new VirtualBoard(flash);
        var network = new AccessPoint(Ssid, Password) { TimeSource = TimeSource };
        foreach (var (name, address) in Hosts) network.Hosts[name] = address;
        board.Radio.Add(network);
        if (CaFile is not null) board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(Read(CaFile)));
        if (Identity is not null) board.Certificates.ProvisionDeviceCertificate(CertificateStore.Terminate(Read(Identity.Certificate), Read(Identity.Key)));
        if (Settings.Count > 0) board.Flash.Write(BoardFiles.SettingsOnBoard, System.Text.Encoding.UTF8.GetBytes(string.Concat(Settings.Select(s => $"{s.Key}={s.Value}\n"))));
        foreach (var (name, file) in Files) board.Flash.Write(name, ReadBytes(file));
        return board;
    }

    private static string Read(string file) => System.Text.Encoding.UTF8.GetString(ReadBytes(file));

    private static byte[] ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"cannot read {file}: {e.Message}", "make it: pki init, then pki issue device ID", ExitCode.Missing, e);
        }
    }
}
