using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>What a kind of certificate may do and for how long: one file of Certificates/profiles.</summary>
public sealed record CertificateProfile
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The trust anchor of servers and devices.</summary>
    public static CertificateProfile Root { get; } = Load("root");

    /// <summary>The authority that signs servers and devices.</summary>
    public static CertificateProfile Intermediate { get; } = Load("intermediate");

    /// <summary>The separate trust anchor of operators.</summary>
    public static CertificateProfile OperatorCa { get; } = Load("operator-ca");

    /// <summary>An HTTPS endpoint or a broker.</summary>
    public static CertificateProfile Server { get; } = Load("server");

    /// <summary>A device.</summary>
    public static CertificateProfile Device { get; } = Load("device");

    /// <summary>A person or program that commands devices.</summary>
    public static CertificateProfile Operator { get; } = Load("operator");

    /// <summary>What it is for, in words.</summary>
    public required string Description { get; init; }

    /// <summary>The common name of an authority; leaves are named when they are issued.</summary>
    public string? CommonName { get; init; }

    /// <summary>Whole years of validity; never longer than the issuer lives.</summary>
    public required int LifetimeYears { get; init; }

    /// <summary>The validity: the profile's years, unless an option says otherwise.</summary>
    internal Lifetime Lifetime
    {
        get => field ?? Lifetime.OfYears(LifetimeYears);
        init;
    }

    /// <summary>What an authority may sign names for; an option, never in a profile's file.</summary>
    internal NameConstraints? Constraints { get; init; }

    /// <summary>Days until an authority's revocation list must be replaced; authorities only.</summary>
    public int? RevocationListDays { get; init; }

    /// <summary>basicConstraints cA.</summary>
    public required bool CertificateAuthority { get; init; }

    /// <summary>basicConstraints pathLenConstraint: how many authorities may stand below; authorities only.</summary>
    public int? PathLength { get; init; }

    /// <summary>Names of RFC 5280, 4.2.1.3: digitalSignature, keyCertSign, cRLSign.</summary>
    public required IReadOnlyList<string> KeyUsage { get; init; }

    /// <summary>Names of RFC 5280, 4.2.1.12: serverAuth, clientAuth. Empty: the extension is left out.</summary>
    public required IReadOnlyList<string> ExtendedKeyUsage { get; init; }

    /// <summary>The object identifier of the one purpose of a leaf.</summary>
    internal string Purpose => PurposeOf(ExtendedKeyUsage.Single());

    /// <summary>The extensions that follow from the profile alone; those that others depend on are critical.</summary>
    public IEnumerable<X509Extension> Extensions()
    {
        yield return new X509BasicConstraintsExtension(CertificateAuthority, PathLength is not null, PathLength ?? 0, critical: true);
        yield return new X509KeyUsageExtension(KeyUsage.Aggregate(X509KeyUsageFlags.None, (all, name) => all | Flag(name)), critical: true);
        if (Constraints is not null)
        {
            yield return Constraints.Encode();
        }

        if (ExtendedKeyUsage.Count > 0)
        {
            var purposes = new OidCollection();
            foreach (var name in ExtendedKeyUsage)
            {
                purposes.Add(new Oid(PurposeOf(name)));
            }

            yield return new X509EnhancedKeyUsageExtension(purposes, critical: false);
        }
    }

    /// <summary>The profile of an authority by its name.</summary>
    internal static CertificateProfile OfAuthority(string name) => name switch
    {
        Authorities.Root => Root,
        Authorities.Intermediate => Intermediate,
        Authorities.OperatorCa => OperatorCa,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such authority"),
    };

    private static X509KeyUsageFlags Flag(string name) => name switch
    {
        "digitalSignature" => X509KeyUsageFlags.DigitalSignature,
        "keyCertSign" => X509KeyUsageFlags.KeyCertSign,
        "cRLSign" => X509KeyUsageFlags.CrlSign,
        _ => throw new InvalidDataException($"unknown key usage '{name}' in a certificate profile"),
    };

    private static string PurposeOf(string name) => name switch
    {
        "serverAuth" => Purposes.ServerAuthentication,
        "clientAuth" => Purposes.ClientAuthentication,
        _ => throw new InvalidDataException($"unknown extended key usage '{name}' in a certificate profile"),
    };

    private static CertificateProfile Load(string name)
    {
        using var file = typeof(CertificateProfile).Assembly.GetManifestResourceStream($"profiles/{name}.json")
            ?? throw new InvalidDataException($"certificate profile '{name}' is not built in");
        return JsonSerializer.Deserialize<CertificateProfile>(file, s_json)
            ?? throw new InvalidDataException($"certificate profile '{name}' is empty");
    }
}
