namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// The same broker as a service of an installed mosquitto: its file for /etc/mosquitto/conf.d, its rules, and the commands
/// that put certificates where the file says, each readable by mosquitto alone where it must be.
/// </summary>
/// <param name="Folder">Where the service's certificates and rules shall lie, an absolute path.</param>
internal sealed record ServiceInstallation(BrokerOptions Options, string Folder)
{
    public BrokerPaths Paths { get; } = new(
        $"{Folder}/client-ca.cert.pem",
        $"{Folder}/server.cert.pem",
        $"{Folder}/server.key.pem",
        Options.ChecksRevocation ? $"{Folder}/crl.pem" : null,
        $"{Folder}/acl");

    public string Configuration => BrokerConfiguration.WriteForService(Options, Paths);

    public string Access => AccessRules.Write(Options);

    /// <summary>Shell commands, to be run where this PKI is; what is left to do is to put the configuration into conf.d.</summary>
    public IReadOnlyList<string> Commands =>
    [
        $"sudo install -d -m 0755 {Quote(Folder)}",
        $"cat {string.Join(' ', Options.ClientCaFiles.Select(Quote))} | sudo tee {Quote(Paths.ClientCa)} > /dev/null",
        $"sudo install -m 0644 {Quote(Options.Identity.Certificate)} {Quote(Paths.Certificate)}",
        $"sudo install -o mosquitto -m 0600 {Quote(Options.Identity.Key)} {Quote(Paths.Key)}",
        $"printf '%s\\n' {string.Join(' ', Access.TrimEnd().Split('\n').Select(Quote))} | sudo tee {Quote(Paths.Access)} > /dev/null",
        .. Options.ChecksRevocation
            ? [$"cat {string.Join(' ', Options.CrlFiles.Select(Quote))} | sudo tee {Quote(Paths.Crl!)} > /dev/null"]
            : Array.Empty<string>(),
    ];

    private static string Quote(string path) => $"'{path.Replace("'", "'\\''")}'";
}
