using System.Security.Cryptography;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Keys;

/// <summary>A public key of P-256 that verifies updates.</summary>
public sealed class UpdatePublicKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private readonly ECParameters _parameters;

    private UpdatePublicKey(ECParameters parameters)
    {
        _parameters = parameters;
        Point = [4, .. parameters.Q.X!, .. parameters.Q.Y!];
    }

    /// <summary>04 ‖ X ‖ Y.</summary>
    public byte[] Point { get; }

    public KeyId Id => KeyId.Of(Point);

    /// <summary>A key from a PEM file, SubjectPublicKeyInfo.</summary>
    /// <exception cref="HarnessException">The file has no public key of P-256.</exception>
    public static UpdatePublicKey Read(string path)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(CertificateFile.ReadText(path, "public key"));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new HarnessException($"{path} is no public key: {e.Message}", "give the file update-signing.pub.pem of 'update keygen'", inner: e);
        }

        return Of(key) ?? throw new HarnessException($"{path} is a key of another curve than P-256", "make one with 'update keygen'");
    }

    /// <summary>A key from its point; null where that is none of the curve.</summary>
    public static UpdatePublicKey? Of(byte[] point)
    {
        var parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..65] } };
        try
        {
            using var key = ECDsa.Create(parameters);
            return new(parameters);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal static UpdatePublicKey? Of(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return parameters.Curve.Oid.Value == P256 ? new(parameters) : null;
    }

    /// <summary>Whether a signature over these bytes is this key's. What is no signature is not.</summary>
    public bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create(_parameters);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
