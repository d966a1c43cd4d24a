namespace SecureEsp.ServerHarness.Pki;

/// <summary>What a certificate is good for today.</summary>
public enum CertificateState
{
    /// <summary>It serves.</summary>
    Valid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Its time has not begun.</summary>
    NotYetValid,

    /// <summary>Its authority no longer stands for it.</summary>
    Revoked,

    /// <summary>Its private key is not here.</summary>
    NoKey,

    /// <summary>The file holds no certificate.</summary>
    Unreadable,
}

/// <summary>One certificate of a PKI.</summary>
/// <param name="Kind">root, intermediate, operator-ca, server, device or operator.</param>
/// <param name="Name">An authority's common name, an id, or a server's folder.</param>
/// <param name="State">What it is good for now.</param>
/// <param name="NotBefore">UTC.</param>
/// <param name="NotAfter">UTC.</param>
/// <param name="Serial">Hexadecimal.</param>
/// <param name="Fingerprint">SHA-256, hexadecimal.</param>
/// <param name="Names">Subject alternative names.</param>
/// <param name="File">Where it is.</param>
public sealed record ListedCertificate(
    string Kind,
    string Name,
    CertificateState State,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string Serial,
    string Fingerprint,
    IReadOnlyList<string> Names,
    string File)
{
    internal bool IsLeaf => Kind is Leaf.ServerKind or Leaf.DeviceKind or Leaf.OperatorKind;
}
