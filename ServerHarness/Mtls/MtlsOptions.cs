using System.Net;
using System.Security.Authentication;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>One side of a mutual-TLS conversation.</summary>
public sealed record MtlsOptions
{
    /// <summary>The port of the original programs.</summary>
    public const int DefaultPort = 4433;

    /// <summary>PEM or DER file of the authorities that the peer must chain to; every certificate in it is an anchor.</summary>
    public required string CaFile { get; init; }

    /// <summary>The own certificate, then its intermediates, and the unencrypted key.</summary>
    public required KeyPairFiles Identity { get; init; }

    /// <summary>Client: the name or address to connect to. Server: the address to listen on.</summary>
    public string Host { get; init; } = IPAddress.Loopback.ToString();

    /// <summary>The TCP port; 0 has a server pick a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Client: the name that the server's certificate must carry; null is <see cref="Host"/>.</summary>
    public string? ServerName { get; init; }

    /// <summary>TLS versions to offer or take.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>How long connecting, the handshake and the first byte may take together.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tells the time that certificates are checked against.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
