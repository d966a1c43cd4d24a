using System.Globalization;
using System.Net.Sockets;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>The text of mosquitto.conf; see mosquitto.conf(5).</summary>
internal static class BrokerConfiguration
{
    /// <param name="files">The broker's own copies.</param>
    /// <param name="persistence">The folder for what shall outlive it; null keeps nothing.</param>
    /// <param name="user">Whom to become after starting as root; null where the broker starts as an ordinary user.</param>
    public static string Write(BrokerOptions options, int port, BrokerFiles files, string? persistence, string? user) => Text(
    [
        "# Written by secureesp for this run.",
        .. user is null ? Array.Empty<string>() : [$"user {user}"],
        .. persistence is null ? (string[])["persistence false"] : ["persistence true", $"persistence_location {persistence}/", "autosave_interval 60"],
        "log_dest stderr",

        // It is known to be ready by what it says at this level, whatever is passed on.
        .. BrokerLog.Types((BrokerLogLevel)Math.Max((int)options.LogLevel, (int)BrokerLogLevel.Information)).Select(type => $"log_type {type}"),
        "log_timestamp_format %Y-%m-%dT%H:%M:%S",
        .. Listener(options, port, new(files.ClientCa, files.Certificate, files.Key, options.ChecksRevocation ? files.Crl : null, files.Access)),
    ]);

    /// <summary>A file for the conf.d folder of a mosquitto that is installed as a service, which logs and persists as its own file says.</summary>
    public static string WriteForService(BrokerOptions options, BrokerPaths paths) => Text(
    [
        "# Written by secureesp: broker config",
        .. Listener(options, options.Port, paths),
    ]);

    private static IEnumerable<string> Listener(BrokerOptions options, int port, BrokerPaths paths) =>
    [
        "set_tcp_nodelay true",
        string.Create(CultureInfo.InvariantCulture, $"max_packet_size {Limit(options.Limits.MaxPacketBytes, "268435455")}"),
        string.Create(CultureInfo.InvariantCulture, $"max_queued_messages {options.Limits.MaxQueuedMessages}"),
        $"acl_file {paths.Access}",
        string.Create(CultureInfo.InvariantCulture, $"listener {port} {options.Address}"),
        .. options.Address.AddressFamily == AddressFamily.InterNetwork ? ["socket_domain ipv4"] : Array.Empty<string>(),
        string.Create(CultureInfo.InvariantCulture, $"max_connections {Limit(options.Limits.MaxConnections, "-1")}"),
        $"cafile {paths.ClientCa}",
        $"certfile {paths.Certificate}",
        $"keyfile {paths.Key}",
        .. paths.Crl is null ? Array.Empty<string>() : [$"crlfile {paths.Crl}"],
        options.AllowTls12 ? "tls_version tlsv1.2" : "tls_version tlsv1.3",

        // Who connects is who the certificate says: no certificate of ours, no session, and no other way to a name.
        "require_certificate true",
        "use_identity_as_username true",
        "allow_anonymous false",
        .. options.OneSessionPerName ? ["use_username_as_clientid true"] : Array.Empty<string>(),
    ];

    private static string Limit(int value, string none) => value == 0 ? none : value.ToString(CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}

/// <summary>Where mosquitto finds what it reads.</summary>
/// <param name="Crl">Null: no revocation is checked.</param>
internal sealed record BrokerPaths(string ClientCa, string Certificate, string Key, string? Crl, string Access);
