using System.Net;
using Microsoft.AspNetCore.Http;
using SecureEsp.ServerHarness.Endpoint.Clients;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>What the endpoint asks of its clients.</summary>
public enum ClientCertificates
{
    /// <summary>No certificate is asked for; everybody is served (the guide's step "disable mTLS").</summary>
    Off,

    /// <summary>A certificate is asked for; without a verified one the answer is 401 (the guide's setting).</summary>
    Optional,

    /// <summary>Without a verified certificate the handshake fails.</summary>
    Required,
}

/// <summary>How the endpoint listens, who it is and whom it trusts.</summary>
public sealed record EndpointOptions
{
    /// <summary>The server's certificate (PEM: leaf, then intermediate) and its unencrypted private key.</summary>
    public required KeyPairFiles Identity { get; init; }

    /// <summary>PEM file of the authorities that client certificates must chain to: intermediates and at least one root.</summary>
    public required string ClientCaFile { get; init; }

    /// <summary>PEM file of revocation lists of those authorities; null: no certificate is ever taken back.</summary>
    public string? RevocationFile { get; init; }

    /// <summary>Whether the revocation file must be there at the start. It must stay there in any case once it was.</summary>
    public bool RevocationFileRequired { get; init; }

    /// <summary>Whether TLS 1.2 is taken beside 1.3.</summary>
    public bool AllowTls12 { get; init; }

    /// <summary>
    /// Whether this process has <see cref="OpenSslSettings"/>: then no TLS 1.3 session can be resumed by whatever .NET asks for, and
    /// .NET may keep one OpenSSL context for all connections instead of making one for each.
    /// </summary>
    internal bool OpenSslIsSet { get; init; }

    /// <summary>The common name of the one client whose word on the identity of others counts; null: nobody's.</summary>
    public string? TrustedProxy { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port for HTTPS; 0 picks a free one.</summary>
    public int HttpsPort { get; init; }

    /// <summary>TCP port for plain HTTP, which only redirects; 0 picks a free one, null opens none.</summary>
    public int? HttpPort { get; init; } = 0;

    /// <summary>What is asked of clients.</summary>
    public ClientCertificates ClientCertificates { get; init; } = ClientCertificates.Optional;

    /// <summary>How many connections may be open at once, over all ports.</summary>
    public int ConnectionLimit { get; init; } = 1024;

    /// <summary>How many of them may be one address's.</summary>
    public int ConnectionLimitPerAddress { get; init; } = 256;

    /// <summary>How long one handshake counts: the answer after that is the connection's last. Sessions are never resumed.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often files are looked at where the system gives no notice of a change.</summary>
    public TimeSpan ReloadInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Tells the time that certificates and sessions are judged by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a TLS handshake may take.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a request's headers may take.</summary>
    public TimeSpan RequestHeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an idle connection is kept open; nginx's default.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>How long requests under way may take to end once a stop was asked for.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What answers requests to HTTPS instead of the guide's page, and decides itself who is let in; null: the guide's page.</summary>
    internal Func<HttpContext, ClientIdentity, Task>? Application { get; init; }

    /// <summary>Options for a server certificate of a PKI folder.</summary>
    /// <param name="serverName">The first name that the certificate was issued for.</param>
    public static EndpointOptions For(PkiFolder pki, string serverName) =>
        new() { Identity = pki.Layout.Server(serverName), ClientCaFile = pki.Layout.CaChain, RevocationFile = pki.Layout.Crl };
}
