using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>A kind of key pair that certificates may be made for, and how it signs.</summary>
public sealed class KeyAlgorithm
{
    private readonly Func<AsymmetricAlgorithm> _generate;

    private KeyAlgorithm(string name, Func<AsymmetricAlgorithm> generate)
    {
        Name = name;
        _generate = generate;
    }

    /// <summary>ECDSA on P-256: the default, small and quick on a board.</summary>
    public static KeyAlgorithm P256 { get; } = new("p256", () => ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Every kind that may be chosen, the default first.</summary>
    public static IReadOnlyList<KeyAlgorithm> All { get; } =
    [
        P256,
        new("p384", () => ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        new("rsa2048", () => RSA.Create(2048)),
        new("rsa3072", () => RSA.Create(3072)),
        new("rsa4096", () => RSA.Create(4096)),
    ];

    /// <summary>p256, p384, rsa2048, rsa3072 or rsa4096.</summary>
    public string Name { get; }

    /// <summary>The kind of a certificate's key, or null if it is none of ours.</summary>
    public static KeyAlgorithm? Of(X509Certificate2 certificate)
    {
        using var ecdsa = certificate.GetECDsaPublicKey();
        using var rsa = certificate.GetRSAPublicKey();
        var name = ecdsa is not null ? $"p{ecdsa.KeySize}" : $"rsa{rsa?.KeySize}";
        return All.FirstOrDefault(a => a.Name == name);
    }

    internal AsymmetricAlgorithm Generate() => _generate();
}
