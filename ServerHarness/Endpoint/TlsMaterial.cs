using System.Net.Security;
using SecureEsp.ServerHarness.Endpoint.Clients;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>What a handshake needs from the files. A renewal makes a new one; connections that have begun keep theirs.</summary>
internal sealed class TlsMaterial(ServerIdentity identity, ClientTrust trust)
{
    /// <summary>Who the server is.</summary>
    public ServerIdentity Identity { get; } = identity;

    /// <summary>Who is a client.</summary>
    public ClientTrust Trust { get; } = trust;

    /// <summary>What a handshake sends.</summary>
    public SslStreamCertificateContext Context { get; } = identity.Context(trust.Authorities);

    /// <summary>Names to redirect to.</summary>
    public IReadOnlyList<string> Names { get; } = identity.Names();
}
