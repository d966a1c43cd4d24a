using System.Security.Cryptography;
using SecureEsp.ServerHarness.Updates.Checks;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Publishing;

/// <summary>Publishes a bundle that devices would take, and no other.</summary>
internal static class Publisher
{
    /// <param name="elsewhere">Gets the object's key and content before the release is known to anybody: where the store's folder is not what devices read.</param>
    /// <exception cref="BundleException">A device with these keys would refuse it, or would not take it after what is published already.</exception>
    public static Release Publish(StoreFolder store, Bundle bundle, KeySet trusted, Rollout rollout, DateTimeOffset now, Action<string, byte[]>? elsewhere = null)
    {
        BundleCheck.Verify(bundle, trusted, key: null);
        var manifest = ManifestReader.Read(bundle.Manifest);
        if (manifest.Expires <= now)
        {
            throw new BundleException($"it has expired on {manifest.Expires:u}");
        }

        var bytes = bundle.ToArray();
        var digest = Convert.ToHexStringLower(SHA256.HashData(bundle.Manifest));
        if (store.Releases.FirstOrDefault(r => r.Digest == digest) is { } same)
        {
            // Published before: only who gets it changes.
            elsewhere?.Invoke(same.Object, bytes);
            var changed = same with { Rollout = rollout, Withdrawn = false };
            store.Replace(changed);
            return changed;
        }

        foreach (var before in store.Releases.Where(r => r.Product == manifest.Product))
        {
            if (manifest.Sequence <= before.Sequence)
            {
                throw new BundleException($"its sequence number {manifest.Sequence} is not above {before.Sequence} of version {before.Version}");
            }

            if (SemanticVersion.TryParse(before.Version, out var version) && manifest.Version <= version)
            {
                throw new BundleException($"its version {manifest.Version} is not above {before.Version}, which is published");
            }
        }

        var release = new Release(
            manifest.Product, manifest.Version.ToString(), manifest.Sequence, $"{manifest.Product}/{manifest.Version}-{digest[..16]}.bundle",
            digest, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, now, rollout);
        elsewhere?.Invoke(release.Object, bytes);
        store.Publish(release, bytes);
        return release;
    }
}
