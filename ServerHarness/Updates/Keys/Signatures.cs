using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Keys;

/// <summary>Counts the signatures that count: by keys of the set, right, and each key once.</summary>
internal static class Signatures
{
    public static int Count(KeySet set, byte[] signed, IEnumerable<KeySignature> signatures)
    {
        var keys = set.Points.Select(UpdatePublicKey.Of).OfType<UpdatePublicKey>().ToDictionary(k => k.Id);
        return signatures.DistinctBy(s => s.Key).Count(s => keys.TryGetValue(s.Key, out var key) && key.Verifies(signed, s.Der));
    }

    /// <exception cref="BundleException">Too few.</exception>
    public static void Require(KeySet set, byte[] signed, IEnumerable<KeySignature> signatures, string what)
    {
        var counted = Count(set, signed, signatures);
        if (counted < set.Threshold)
        {
            throw new BundleException($"{what}: {counted} right signatures by keys of set {set.Version}, which asks for {set.Threshold}");
        }
    }
}
