namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>What is known of a connection's client once the handshake is done. One per connection.</summary>
/// <param name="CommonName">The verified common name; null where no certificate was verified.</param>
/// <param name="Refusal">Why a certificate that was presented is not accepted; null where none was, or it is.</param>
internal sealed record ClientIdentity(string? CommonName, string? Refusal)
{
    /// <summary>Nobody has shown anything.</summary>
    public static ClientIdentity Anonymous { get; } = new(null, null);

    /// <summary>Whether a certificate was presented and verified.</summary>
    public bool Verified => CommonName is not null;
}
