using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.ServerHarness.Updates.Publishing;

/// <summary>A published bundle, and who gets it.</summary>
/// <param name="Object">The bundle's key in the store, PRODUCT/VERSION-DIGEST.bundle.</param>
/// <param name="Digest">SHA-256 of the manifest, hexadecimal: what devices know a bundle by.</param>
/// <param name="ETag">SHA-256 of the file, hexadecimal.</param>
/// <param name="Withdrawn">Whether nobody gets it any more.</param>
public sealed record Release(
    string Product, string Version, uint Sequence, string Object, string Digest, string ETag, long Size, DateTimeOffset PublishedAt, Rollout Rollout, bool Withdrawn = false);

/// <summary>In what stages a release goes out.</summary>
/// <param name="Groups">Only devices of these groups; all where empty.</param>
/// <param name="Percentage">So many of a hundred of them.</param>
/// <param name="StopAfter">Nobody more gets it once so many devices have rolled it back; 0: never stopped.</param>
public sealed record Rollout(IReadOnlyList<string> Groups, int Percentage = 100, int StopAfter = 0)
{
    /// <summary>Whether a device belongs to the part of the fleet that the percentage names: always the same devices, and others for each release.</summary>
    public bool IsChosen(string digest, string device)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{digest}/{device}"));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash) % 100 < Percentage;
    }
}
