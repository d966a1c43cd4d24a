namespace SecureEsp.ServerHarness.Pki;

/// <summary>How authorities are made that are not there yet. What is there stays as it is.</summary>
public sealed record AuthoritySettings
{
    /// <summary>The kind of their keys.</summary>
    public KeyAlgorithm Key { get; init; } = KeyAlgorithm.P256;

    /// <summary>Null takes the profile's.</summary>
    public Lifetime? RootLifetime { get; init; }

    /// <summary>Null takes the profile's.</summary>
    public Lifetime? IntermediateLifetime { get; init; }

    /// <summary>Null takes the profile's.</summary>
    public Lifetime? OperatorCaLifetime { get; init; }

    /// <summary>What the intermediate may sign names for; null is everything.</summary>
    public NameConstraints? Constraints { get; init; }

    internal CertificateProfile Root => With(CertificateProfile.Root, RootLifetime);

    internal CertificateProfile OperatorCa => With(CertificateProfile.OperatorCa, OperatorCaLifetime);

    internal CertificateProfile Intermediate => With(CertificateProfile.Intermediate, IntermediateLifetime) with { Constraints = Constraints };

    private static CertificateProfile With(CertificateProfile profile, Lifetime? lifetime) =>
        lifetime is null ? profile : profile with { Lifetime = lifetime };
}

/// <summary>How a leaf is made. What still serves stays as it is, unless it has another kind of key than was asked for.</summary>
public sealed record LeafSettings
{
    /// <summary>The kind of its key; null is P-256 for a new one, and any for one that is there.</summary>
    public KeyAlgorithm? Key { get; init; }

    /// <summary>Null takes the profile's.</summary>
    public Lifetime? Lifetime { get; init; }
}
