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
    public void A_verification_costs_at_most_1_700_000_instructions_with_any_key_and_8_KB_of_tables()
    {
        for (var i = 0; i < 20; i++) CheckCost(CostlySignatures.Ordinary());
    }

    [Fact]
    public void No_signature_makes_a_verification_dearer()
    {
        var random = new Random(4);
        for (var i = 0; i < 20; i++) CheckCost(CostlySignatures.WithAllAdditions(random));
        foreach (var signature in CostlySignatures.AtEdges(random)) CheckCost(signature, heap: 40_000);
    }

    private void CheckCost(CostlySignatures.Signature signature, int heap = 24_000)
    {
        var cost = device.Call<VerifySignature, MeterReading>("EcdsaP256", "Verify", verify =>
        {
            var holds = false;
            var cost = device.Cost(() => holds = verify(signature.Key, signature.Hash, signature.Der, 0, signature.Der.Length));
            Assert.True(holds, Convert.ToHexString(signature.Der));
            return cost;
        });
        Assert.InRange(cost.Instructions, 1, 1_700_000);
        Assert.InRange(cost.AllocatedBytes, 5184, heap);
    }

    private MeterReading Hashed(int blocks) => device.With("Sha256", [], sha =>
    {
        var append = sha.GetType().GetMethod("Append")!.CreateDelegate<Action<byte[], int, int>>(sha);
        return device.Cost(() => append(new byte[64 * blocks], 0, 64 * blocks));
    });
}
