using SecureEsp.DeviceBench;
using SecureEsp.VirtualDevice.Runtime.Metering;
using SecureEsp.VirtualDevice.Tests.Crypto;

namespace SecureEsp.CryptoBench;

/// <summary>What a block of 64 bytes costs in SHA-256, wherever it begins in what is fed.</summary>
internal static class HashBench
{
    private const int BlockBytes = 64;
    private const int Blocks = 500;
    private const double MostInstructions = 6000;

    public static bool Run(MeteredCryptoDevice device, Random random)
    {
        var costs = device.With("Sha256", [], sha =>
        {
            var append = sha.GetType().GetMethod("Append")!.CreateDelegate<Action<byte[], int, int>>(sha);
            return Enumerable.Range(0, Blocks).Select(_ =>
            {
                var bytes = new byte[3 * BlockBytes];
                random.NextBytes(bytes);
                // A block more than without it: what a call costs besides is not the block's.
                var offset = random.Next(BlockBytes);
                var one = device.Cost(() => append(bytes, offset, BlockBytes));
                var two = device.Cost(() => append(bytes, offset, 2 * BlockBytes));
                return two.Since(one);
            }).ToList();
        });
        var met = Figures.Instructions("sha256", "a block: median", Figures.Median(costs));
        return met & Figures.Instructions("sha256", $"the worst of {Blocks} blocks", Figures.Worst(costs), MostInstructions);
    }
}
