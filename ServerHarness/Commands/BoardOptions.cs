using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The options that say what board firmware finds itself on: one by one for a device of our PKI, or all in a profile.</summary>
internal sealed class BoardOptions
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _id = new("--id") { Description = "The device of the PKI to be: its certificate, and the CA chain, go into the board's store.", HelpName = "ID" };
    private readonly Option<string> _network = new("--network")
    {
        Description = "The Wi-Fi network in range, as \"SSID PASSWORD\".", HelpName = "NETWORK", DefaultValueFactory = _ => "HomeNet correct-horse-battery",
    };
    private readonly Option<string[]> _hosts = new("--host") { Description = "A name in the network's DNS, as NAME=ADDRESS; only loopback addresses are reached.", HelpName = "NAME=ADDRESS" };
    private readonly Option<string[]> _settings = new("--setting") { Description = @"A line of I:\settings.txt, as KEY=VALUE.", HelpName = "KEY=VALUE" };
    private readonly Option<string?> _web = WebOption.Create();
    private readonly FlashFileOptions _files = new();
    private readonly Option<bool> _noTime = new("--no-time") { Description = "The network has no time server: the device stays at 1970." };
    private readonly Option<string?> _profile = new("--profile") { Description = "A file with all of that, for any firmware: see Samples/Weather/README.md.", HelpName = "FILE" };
    private readonly Option<string?> _networkDeployment = new("--network-deployment") { Description = "Provision the board with this file of 'board provision', as nanoff would.", HelpName = "FILE" };
    private readonly Option<string?> _fileDeployment = new("--file-deployment") { Description = "Put the files that this file names on its flash, as nanoff would.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        _id.CompletionSources.Add(NameSuggestions.Of(Leaf.DeviceKind, _folder));
        foreach (var option in (Option[])[_folder, _id, _network, _hosts, _settings, _web, .. _files.All, _noTime, _profile, _networkDeployment, _fileDeployment]) command.Options.Add(option);
    }

    /// <summary>Makes the board.</summary>
    /// <param name="flashFile">Keeps its flash from run to run; null for an empty one.</param>
    /// <exception cref="HarnessException">An option or the profile is wrong, or a file cannot be read.</exception>
    public VirtualBoard Create(ParseResult line, string? flashFile)
    {
        var profile = line.GetValue(_profile) is { } file ? ReadProfile(line, file) : null;
        var flash = profile?.CreateFlash() ?? new Flash();
        if (flashFile is not null) flash = FlashImage.Open(flashFile, flash);
        var board = profile?.Create(flash) ?? OwnProfile(line).Create(flash);
        if (line.GetValue(_networkDeployment) is { } network) Deployment.Network(board, network);
        if (line.GetValue(_fileDeployment) is { } files) Deployment.Files(board, files);
        return board;
    }

    /// <summary>The name that the device's own HTTPS server shows, and its port, as far as the options say.</summary>
    /// <returns>Null where they give it no server.</returns>
    public (string Name, int Port)? Web(ParseResult line)
    {
        if (line.GetValue(_web) is not { } name) return null;
        var port = Pairs.Of(line.GetValue(_settings), "--setting", "KEY=VALUE", "http.listen_addr=443").LastOrDefault(s => s.Key == "http.listen_addr").Value;
        return (name, int.TryParse(port, out var number) ? number : 443);
    }

    private ProfileFile ReadProfile(ParseResult line, string file)
    {
        Option[] others = [_id, _network, _hosts, _settings, _web, .. _files.All, _noTime];
        return others.FirstOrDefault(o => line.GetResult(o) is { Implicit: false }) is { } given
            ? throw new HarnessException($"--profile and {given.Name} cannot be combined", "the profile has its own: put it there", ExitCode.Usage)
            : ProfileFile.Read(file);
    }

    private BoardProfile OwnProfile(ParseResult line)
    {
        var id = line.GetValue(_id);
        var pki = id is null && line.GetValue(_web) is null ? null : PkiFolder.Open(line.GetRequiredValue(_folder));
        var profile = id is null ? new BoardProfile() : BoardProfile.For(pki!, id);
        if (line.GetValue(_web) is { } web) profile = profile.WithWeb(pki!, web);
        var network = line.GetRequiredValue(_network).Split(' ', 2);
        profile = profile with { Files = _files.Files(line, line.GetRequiredValue(_folder), profile.Files) };
        var settings = profile.Settings.Concat(_files.Settings(line)).ToDictionary();
        foreach (var (key, value) in Pairs.Of(line.GetValue(_settings), "--setting", "KEY=VALUE", "mqtt.port=8883")) settings[key] = value;
        var hosts = new Dictionary<string, IPAddress> { ["server.test"] = IPAddress.Loopback, ["localhost"] = IPAddress.Loopback };
        foreach (var (name, text) in Pairs.Of(line.GetValue(_hosts), "--host", "NAME=ADDRESS", "server.test=127.0.0.1"))
            hosts[name] = IPAddress.TryParse(text, out var address) ? address : throw new HarnessException($"--host: '{Text.Printable(text)}' is not an IP address", $"--host {Text.Printable(name)}=127.0.0.1", ExitCode.Usage);
        return profile with { Ssid = network[0], Password = network.Length > 1 ? network[1] : "", Settings = settings, Hosts = hosts, TimeSource = line.GetValue(_noTime) ? null : profile.TimeSource };
    }
}
