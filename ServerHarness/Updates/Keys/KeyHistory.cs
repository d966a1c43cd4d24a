using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Keys;

/// <summary>Follows a key chain from the set that is trusted to the last one, as a device does.</summary>
internal static class KeyHistory
{
    /// <returns>The set in force after the chain.</returns>
    /// <exception cref="BundleException">A set is not signed by enough keys of the one before it and of its own, or one is missing.</exception>
    public static KeySet Follow(KeySet trusted, IReadOnlyList<KeyChainLink> chain)
    {
        var current = trusted;
        foreach (var link in chain.Where(l => l.Set.Version > trusted.Version))
        {
            if (link.Set.Version != current.Version + 1)
            {
                throw new BundleException($"the key chain goes from set {current.Version} to {link.Set.Version}");
            }

            var signed = link.Set.ToArray();
            Signatures.Require(current, signed, link.Signatures, $"key set {link.Set.Version}, by the keys before it");
            Signatures.Require(link.Set, signed, link.Signatures, $"key set {link.Set.Version}, by its own keys");
            current = link.Set;
        }

        return current;
    }
}
