using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>ecdsa-with-SHA1, which .NET's own generator refuses to write.</summary>
internal sealed class Sha1Generator(ECDsa key) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
        [0x30, 0x09, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x01];

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
        key.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);

    protected override PublicKey BuildPublicKey() => new(key);
}
