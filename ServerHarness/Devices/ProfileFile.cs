using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>A file that says what a board is like, for any firmware.</summary>
internal sealed class ProfileFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, RespectRequiredConstructorParameters = true,
    };

    private readonly string _path;
    private readonly ProfileDocument _document;

    private ProfileFile(string path, ProfileDocument document) => (_path, _document) = (path, document);

    /// <exception cref="HarnessException">It cannot be read, is no JSON, or has a member that no profile has.</exception>
    public static ProfileFile Read(string path)
    {
        try
        {
            return new(Path.GetFullPath(path), JsonSerializer.Deserialize<ProfileDocument>(File.ReadAllText(path), Json) ?? throw new JsonException("it is null"));
        }
        catch (JsonException e)
        {
            throw new HarnessException($"{path} is no board profile: {Text.Printable(e.Message)}", "see Samples/Weather/board.json", ExitCode.Usage, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"cannot read {path}: {e.Message}", "give the path of a board profile", ExitCode.Missing, e);
        }
    }

    /// <summary>An empty flash of the board's size.</summary>
    /// <exception cref="HarnessException">There is no flash chip of that size.</exception>
    public Flash CreateFlash() => _document.FlashMegabytes is 4 or 8 or 16 or 32
        ? Flash.OfChip(_document.FlashMegabytes)
        : throw Wrong($"flashMegabytes is {_document.FlashMegabytes}", "4, 8, 16 or 32");

    /// <summary>Makes the board. What the profile puts on the flash replaces what is there under the same names.</summary>
    /// <exception cref="HarnessException">A value is wrong, or a file cannot be read.</exception>
    public VirtualBoard Create(Flash flash)
    {
        var board = new VirtualBoard(flash) { TlsGeneration = Generation() };
        foreach (var network in _document.Networks) board.Radio.Add(Network(network));
        if (_document.Stored is { } stored) Checked(() => board.Wifi.Provision(stored.Ssid, stored.Password), "stored", "ssid of at most 31 bytes, password of at most 63");
        foreach (var (pin, high) in _document.Pins) Checked(() => board.Gpio.Drive(pin, high), $"pins {pin}", $"numbers from 0 to {GpioBank.PinCount - 1}");
        if (_document.Certificates is { } certificates) Provision(board.Certificates, certificates);
        foreach (var (name, content) in _document.Files) Checked(() => flash.Write(name, Content(name, content)), name, @"a path such as I:\settings.txt, and a content that has room");
        return board;
    }

    private TlsGeneration Generation() => Enum.TryParse<TlsGeneration>(_document.Generation, ignoreCase: true, out var known) && Enum.IsDefined(known)
        ? known
        : throw Wrong($"generation is '{_document.Generation}'", "cryptographicException or socketException");

    private AccessPoint Network(ProfileNetwork network)
    {
        if (Encoding.UTF8.GetByteCount(network.Ssid) is < 1 or > 32) throw Wrong($"ssid is '{network.Ssid}'", "1 to 32 bytes");
        var accessPoint = new AccessPoint(network.Ssid, network.Password) { Rssi = network.Signal, TimeSource = Time(network.Time) };
        foreach (var (name, text) in network.Hosts ?? new Dictionary<string, string>())
            accessPoint.Hosts[name] = IPAddress.TryParse(text, out var address) ? address : throw Wrong($"the address of {name} is '{text}'", "an IP address, such as 127.0.0.1");
        return accessPoint;
    }

    private Func<DateTime?>? Time(string time)
    {
        if (time == "none") return null;
        if (time == "host") return static () => DateTime.UtcNow;
        if (!DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)) throw Wrong($"time is '{time}'", "host, none, or a time such as 2026-06-01T00:00:00Z");
        var ahead = start.UtcDateTime - DateTime.UtcNow;
        return () => DateTime.UtcNow + ahead;
    }

    private void Provision(CertificateStore store, ProfileCertificates certificates)
    {
        if (certificates.Ca is { } ca) store.ProvisionCaBundle(CertificateStore.Terminate(Encoding.UTF8.GetString(ReadBeside(ca))));
        if (certificates.Certificate is null != certificates.Key is null) throw Wrong("certificates has one of certificate and key", "both or none");
        if (certificates is { Certificate: { } certificate, Key: { } key })
            store.ProvisionDeviceCertificate(CertificateStore.Terminate(Encoding.UTF8.GetString(ReadBeside(certificate)), Encoding.UTF8.GetString(ReadBeside(key))));
    }

    private byte[] Content(string name, ProfileContent content) => content switch
    {
        { Text: { } text, From: null } => Encoding.UTF8.GetBytes(text),
        { Text: null, From: { } from } => ReadBeside(from),
        _ => throw Wrong($"files {name}", "either text or from"),
    };

    private byte[] ReadBeside(string relative)
    {
        var path = Path.Combine(Path.GetDirectoryName(_path)!, relative);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"cannot read {path}: {e.Message}", $"{_path} names it", ExitCode.Missing, e);
        }
    }

    private void Checked(Action provision, string what, string needed)
    {
        try
        {
            provision();
        }
        catch (Exception e) when (e is ArgumentException or FlashException)
        {
            throw Wrong($"{what}: {e.Message.Split('\n')[0]}", needed);
        }
    }

    private HarnessException Wrong(string what, string needed) => new($"{_path}: {Text.Printable(what)}", $"needed is {needed}", ExitCode.Usage);
}
