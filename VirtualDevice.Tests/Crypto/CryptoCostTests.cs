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

    private MeterReading Hashed(int blocks) => device.With("Sha256", [], sha =>
    {
        var append = sha.GetType().GetMethod("Append")!.CreateDelegate<Action<byte[], int, int>>(sha);
        return device.Cost(() => append(new byte[64 * blocks], 0, 64 * blocks));
    });
}
