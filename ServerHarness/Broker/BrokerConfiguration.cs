using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>The text of mosquitto.conf; see mosquitto.conf(5).</summary>
internal static class BrokerConfiguration
{
    /// <param name="files">The broker's own copies.</param>
    /// <param name="user">Whom to become after starting as root; null where the broker starts as an ordinary user.</param>
    public static string Write(BrokerOptions options, int port, BrokerFiles files, string? user)
    {
        string[] lines =
        [
            "# Written by secureesp for this run.",
            .. user is null ? Array.Empty<string>() : [$"user {user}"],
            "persistence false",
            "log_dest stderr",
            "log_type error",
            "log_type warning",
            "log_type notice",
            "log_type information",
            "log_timestamp_format %Y-%m-%dT%H:%M:%S",
            "set_tcp_nodelay true",
            string.Create(CultureInfo.InvariantCulture, $"listener {port} {options.Address}"),
            .. options.Address.AddressFamily == AddressFamily.InterNetwork ? ["socket_domain ipv4"] : Array.Empty<string>(),
            $"cafile {files.ClientCa}",
            $"certfile {files.Certificate}",
            $"keyfile {files.Key}",
            options.AllowTls12 ? "tls_version tlsv1.2" : "tls_version tlsv1.3",

            // Who connects is who the certificate says: no certificate of ours, no session, and no other way to a name.
            "require_certificate true",
            "use_identity_as_username true",
            "allow_anonymous false",
        ];
        return string.Join('\n', lines) + "\n";
    }
}
