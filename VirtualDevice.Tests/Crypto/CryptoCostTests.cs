using System.Security.Cryptography;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>IL instructions are counted, not timed: the same on every machine.</summary>
public class CryptoCostTests(MeteredCryptoDevice device) : IClassFixture<MeteredCryptoDevice>
{
    [Fact]
    public void A_block_of_SHA_256_costs_at_most_6000_instructions_and_no_heap()
    {
        var (few, many) = (Hashed(blocks: 2), Hashed(blocks: 102));
        Assert.InRange((many.Instructions - few.Instructions) / 100, 1, 6000);
        Assert.Equal(0, many.AllocatedBytes - few.AllocatedBytes);
    }

    [Fact]
    public void A_verification_costs_at_most_1_850_000_instructions_with_any_key_and_8_KB_of_tables()
    {
        for (var i = 0; i < 6; i++)
        {
            var cost = Verified();
            Assert.InRange(cost.Instructions, 1_000_000, 1_850_000);
            Assert.InRange(cost.AllocatedBytes, 5184, 24_000);
        }
    }

    private MeterReading Verified()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = signer.ExportParameters(false).Q;
        var (key, hash) = (new byte[] { 4 }.Concat(point.X!).Concat(point.Y!).ToArray(), RandomNumberGenerator.GetBytes(32));
        var signature = signer.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
        return device.Call<VerifySignature, MeterReading>("EcdsaP256", "Verify", verify =>
        {
            var holds = false;
            var cost = device.Cost(() => holds = verify(key, hash, signature, 0, signature.Length));
            Assert.True(holds);
            return cost;
        });
    }

    private MeterReading Hashed(int blocks) => device.With("Sha256", [], sha =>
    {
        var append = sha.GetType().GetMethod("Append")!.CreateDelegate<Action<byte[], int, int>>(sha);
        return device.Cost(() => append(new byte[64 * blocks], 0, 64 * blocks));
    });
}
