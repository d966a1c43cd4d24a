using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>The firmware's verification of signatures that .NET and openssl make.</summary>
public class EcdsaP256Tests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    private const int Keys = 3;

    [Fact]
    public void Signatures_of_dotNET_hold_and_no_longer_with_a_bit_changed()
    {
        for (var i = 0; i < Keys; i++)
        {
            using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var key = PublicKey(signer);
            var hash = RandomNumberGenerator.GetBytes(32);
            var signature = signer.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
            Assert.True(Verify(key, hash, signature));
            Assert.False(Verify(key, Flipped(hash), signature));
            Assert.False(Verify(key, hash, Flipped(signature)));
            Assert.False(Verify(Flipped(key), hash, signature));
            using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Assert.False(Verify(PublicKey(other), hash, signature));
        }
    }

    private static byte[] PublicKey(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return [4, .. point.X!, .. point.Y!];
    }

    private static byte[] Flipped(byte[] bytes)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[Random.Shared.Next(flipped.Length)] ^= (byte)(1 << Random.Shared.Next(8));
        return flipped;
    }

    private bool Verify(byte[] key, byte[] hash, byte[] signature) =>
        device.Call<VerifySignature, bool>("EcdsaP256", "Verify", verify => verify(key, hash, signature, 0, signature.Length));
}

/// <summary>The firmware's method.</summary>
public delegate bool VerifySignature(byte[] publicKey65, byte[] hash32, byte[] derSignature, int offset, int length);
