using System.Net;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>How the broker listens, who it is and whom it trusts.</summary>
public sealed record BrokerOptions
{
    /// <summary>The port registered for MQTT over TLS.</summary>
    public const int DefaultPort = 8883;

    /// <summary>The server's certificate (PEM: leaf, then intermediate) and its unencrypted private key.</summary>
    public required KeyPairFiles Identity { get; init; }

    /// <summary>PEM files of the authorities that clients must chain to.</summary>
    public required IReadOnlyList<string> ClientCaFiles { get; init; }

    /// <summary>PEM files that hold, together, a revocation list of every issuing authority. With none, no revocation is checked.</summary>
    public IReadOnlyList<string> CrlFiles { get; init; } = [];

    /// <summary>The names of those who may use every topic; asked at every start and reload.</summary>
    public Func<IReadOnlyList<string>> Operators { get; init; } = static () => [];

    /// <summary>Whether devices may also use the topics of the secure_esp firmware: /esp/log, /esp/update/…, /esp/restart.</summary>
    public bool SeedTopics { get; init; }

    /// <summary>
    /// Whether a client's id is its certificate's name, whatever it claims: nobody can push another one off, or take over what
    /// waits for it. An operator then has one connection at a time.
    /// </summary>
    public bool OneSessionPerName { get; init; }

    /// <summary>Where retained messages, subscriptions and what waits outlive a restart; null keeps them in memory only.</summary>
    public string? PersistenceFolder { get; init; }

    /// <summary>What clients may take.</summary>
    public BrokerLimits Limits { get; init; } = new();

    /// <summary>How much of the log is passed on.</summary>
    public BrokerLogLevel LogLevel { get; init; } = BrokerLogLevel.Information;

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether TLS 1.2 is taken too, for boards with images older than 2026-07-22.</summary>
    public bool AllowTls12 { get; init; }

    /// <summary>The program: a path, or a name that is looked for in <see cref="SearchPath"/>.</summary>
    public string Program { get; init; } = "mosquitto";

    /// <summary>Folders to look in, separated as in PATH; null is PATH and then the folders of system programs.</summary>
    public string? SearchPath { get; init; }

    /// <summary>Who the broker runs as when this process is root; Debian's package makes this user.</summary>
    public string UserWhenRoot { get; init; } = "mosquitto";

    /// <summary>How long it may take to be ready.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it may take to end once asked to, before it is killed.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    internal bool ChecksRevocation => CrlFiles.Count > 0;

    /// <summary>Options for a server certificate of a PKI folder; its devices and its operators may connect.</summary>
    /// <param name="serverName">The first name that the certificate was issued for.</param>
    public static BrokerOptions For(PkiFolder pki, string serverName) => new()
    {
        Identity = pki.Layout.Server(serverName),
        ClientCaFiles = [pki.Layout.CaChain, pki.Layout.OperatorCa],
        CrlFiles = [.. new[] { pki.Layout.Crl, pki.Layout.OperatorCrl }.Where(File.Exists)],
        Operators = () => PkiNames.Operators(pki.Layout),
    };
}
