using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Provisioning;

/// <summary>The files that make a bare board a certain device, in a folder of its own. network.json holds the device's private key.</summary>
/// <param name="Folder">An absolute path.</param>
public sealed record BoardFiles(string Folder)
{
    /// <summary>Where the settings lie on the board.</summary>
    public const string SettingsOnBoard = @"I:\settings.txt";

    /// <summary>For <c>nanoff --networkdeployment</c>.</summary>
    public string Network => Path.Combine(Folder, "network.json");

    /// <summary>For <c>nanoff --filedeployment</c>.</summary>
    public string Files => Path.Combine(Folder, "files.json");

    /// <summary>What that puts on the board as <c>I:\settings.txt</c>.</summary>
    public string Settings => Path.Combine(Folder, "settings.txt");

    /// <summary>What 'board label' has made, and that puts on the board as <c>I:\presence.txt</c>.</summary>
    public string Presence => Path.Combine(Folder, "presence.txt");

    /// <summary>Writes them all, mode 0600 in a folder of mode 0700; what an earlier run has left is replaced.</summary>
    /// <param name="identity">The device's certificate and unencrypted key.</param>
    /// <param name="trusted">PEM files of the authorities that the device trusts.</param>
    /// <param name="wifi">Null: the firmware asks for the network on the serial console.</param>
    /// <param name="settings">Keys and values of the firmware's settings.</param>
    /// <param name="further">Further files for the flash: the name there, and the file here, which stays where it is.</param>
    /// <exception cref="HarnessException">A file cannot be read or written, or key and certificate do not fit each other.</exception>
    public void Write(
        KeyPairFiles identity, IReadOnlyList<string> trusted, WifiNetwork? wifi, IReadOnlyDictionary<string, string> settings,
        IReadOnlyDictionary<string, string>? further = null)
    {
        wifi?.Check();
        var text = DeviceSettingsText.Write(settings);
        using (CertificateFile.ReadWithKey(identity.Certificate, identity.Key))
        {
            // Read for its checks: the board would only find out in a handshake.
        }

        var authorities = trusted.SelectMany(file => CertificateFile.ReadAll(file)).ToArray();
        var network = new NetworkDeployment
        {
            WirelessClient = wifi?.ToClient(),
            DeviceCertificates = Stored(CertificateFile.ReadText(identity.Certificate, "certificate"), CertificateFile.ReadText(identity.Key, "private key")),
            CACertificates = Stored(CertificateFile.Pem(authorities)),
        };
        var deployed = (further ?? new Dictionary<string, string>()).Select(f => new DeployedFile { DestinationFilePath = f.Key, SourceFilePath = Path.GetFullPath(f.Value) });
        var files = new FileDeployment { Files = [new() { DestinationFilePath = SettingsOnBoard, SourceFilePath = Settings }, .. deployed, .. LabelFile()] };
        AtomicFile.CreateFolder(Folder);
        AtomicFile.Write(Settings, text, AtomicFile.Secret);
        AtomicFile.Write(Files, DeploymentJson.Write(files), AtomicFile.Secret);
        AtomicFile.Write(Network, DeploymentJson.Write(network), AtomicFile.Secret);
    }

    /// <summary>Deletes them, and the folder if nothing else is in it.</summary>
    /// <returns>Those that were there.</returns>
    public IReadOnlyList<string> Remove()
    {
        string[] there = [.. new[] { Network, Files, Settings }.Where(File.Exists)];
        foreach (var path in there)
        {
            File.Delete(path);
        }

        if (Directory.Exists(Folder) && !Directory.EnumerateFileSystemEntries(Folder).Any())
        {
            Directory.Delete(Folder);
        }

        return there;
    }

    private IEnumerable<DeployedFile> LabelFile() => File.Exists(Presence) ? [new() { DestinationFilePath = PresenceSecrets.OnBoard, SourceFilePath = Presence }] : [];

    // With the final NUL that the board's TLS knows PEM by.
    private static string Stored(params ReadOnlySpan<string> pem) => Convert.ToBase64String(CertificateStore.Terminate(pem));
}
