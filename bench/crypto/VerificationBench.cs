using SecureEsp.DeviceBench;
using SecureEsp.VirtualDevice.Runtime.Metering;
using SecureEsp.VirtualDevice.Tests.Crypto;

namespace SecureEsp.CryptoBench;

/// <summary>What a verification of an ECDSA P-256 signature costs: of ordinary ones, and of those that an attacker would choose.</summary>
internal static class VerificationBench
{
    private const double MostInstructions = 1_700_000;
    private const double MostTableBytes = 8192;

    public static bool Run(MeteredCryptoDevice device, int count, Random random)
    {
        var ordinary = Enumerable.Range(0, count).Select(_ => Verify(device, CostlySignatures.Ordinary())).ToList();
        var dense = Enumerable.Range(0, Math.Max(1, count / 10)).Select(_ => Verify(device, CostlySignatures.WithAllAdditions(random))).ToList();
        var edges = Enumerable.Range(0, Math.Max(1, count / 200)).SelectMany(_ => CostlySignatures.AtEdges(random)).Select(s => Verify(device, s)).ToList();
        var median = Figures.Median(ordinary);
        var met = Figures.Instructions("verify", $"{ordinary.Count:#,0} ordinary signatures: median", median);
        foreach (var (what, costs) in new[] { ("ordinary", ordinary), ("with all additions that there can be", dense), ("at edges of keys, scalars and s", edges) })
            met &= Figures.Instructions("verify", $"{costs.Count:#,0} {what}: worst", Figures.Worst(costs), MostInstructions);
        Report.Figure("verify", "the worst of all, against the median", (double)Figures.Worst([.. ordinary, .. dense, .. edges]).Instructions / median.Instructions * 100, "%");
        met &= Report.Figure("verify", "heap of the base point's and the key's tables", Tables(median), "bytes", MostTableBytes);
        Report.Figure("verify", "allocated in all, most of it garbage at once", median.AllocatedBytes, "bytes");
        return met;
    }

    private static MeterReading Verify(MeteredCryptoDevice device, CostlySignatures.Signature signature) => device.Call<VerifySignature, MeterReading>("EcdsaP256", "Verify", verify =>
    {
        var holds = false;
        var cost = device.Cost(() => holds = verify(signature.Key, signature.Hash, signature.Der, 0, signature.Der.Length));
        return holds ? cost : throw new InvalidOperationException("a signature that holds was refused: " + Convert.ToHexString(signature.Der));
    });

    // With the few small arrays that their methods make besides.
    private static long Tables(MeterReading cost) => cost.Methods.Where(m => m.Name.Contains("P256BasePoints.Table") || m.Name.Contains("P256KeyTable.Of")).Sum(m => m.AllocatedBytes);

    private delegate bool VerifySignature(byte[] publicKey65, byte[] hash32, byte[] derSignature, int offset, int length);
}
