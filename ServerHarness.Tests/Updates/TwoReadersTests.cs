using SecureEsp.DeviceApp.Update;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.VirtualDevice.Images;
using Firmware = SecureEsp.DeviceApp.Update;
using Harness = SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// The harness and the firmware read bundles with code of their own. What one takes and the other refuses would be a bundle that is signed
/// and never installed, or installed and never seen by the checks before signing.
/// </summary>
public sealed class TwoReadersTests
{
    private const int Inputs = 20_000;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Both_take_the_same_manifests(int seed, bool isEncrypted) => Compare(seed, ManifestWriter.Write(Good(isEncrypted)), HarnessTakesManifest, FirmwareTakesManifest);

    [Fact]
    public void Both_take_the_same_signature_lists()
    {
        var cbor = new CborWriter();
        Harness.SignatureList.Write(cbor, [new(new KeyId(1), new byte[70]), new(new KeyId(2), new byte[72])]);
        Compare(3, cbor.ToArray(), HarnessTakesSignatures, FirmwareTakesSignatures);
    }

    [Fact]
    public void Both_take_the_same_key_sets() =>
        Compare(4, new Harness.KeySet(7, 2, [Point(1), Point(2), Point(3)]).ToArray(), HarnessTakesKeys, FirmwareTakesKeys);

    private static void Compare(int seed, byte[] good, Func<byte[], bool> harness, Func<byte[], bool> firmware)
    {
        Assert.True(harness(good) && firmware(good), "both must take the one that all others are made of");
        var random = new Random(seed);
        var taken = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var bytes = Changed(random, good);
            var isTaken = firmware(bytes);
            Assert.True(harness(bytes) == isTaken, $"the firmware {(isTaken ? "takes" : "refuses")} {Convert.ToHexString(bytes)}");
            taken += isTaken ? 1 : 0;
        }

        Assert.InRange(taken, 10, Inputs - 10);
    }

    private static byte[] Changed(Random random, byte[] good)
    {
        var bytes = good.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes[at]++; break;
                case 3: bytes.RemoveAt(at); break;
                default: bytes.Insert(at, (byte)random.Next(256)); break;
            }
        }

        return [.. bytes];
    }

    private static bool Takes(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (BundleException)
        {
            return false;
        }
    }

    private static bool HarnessTakesManifest(byte[] bytes) => Takes(() => Harness.ManifestReader.Read(bytes));

    // Images of another format are well-formed to the firmware, and refused by its policy.
    private static bool FirmwareTakesManifest(byte[] bytes) =>
        Firmware.ManifestReader.Read(bytes, 0, bytes.Length, out var manifest) == UpdateReason.Accepted && manifest.Images.All(i => i.PeFormat == 1);

    private static bool HarnessTakesSignatures(byte[] bytes) => Takes(() =>
    {
        var cbor = new Harness.CborReader(bytes, "it");
        Harness.SignatureList.Read(cbor);
        cbor.End();
    });

    private static bool FirmwareTakesSignatures(byte[] bytes) => Firmware.SignatureList.Read(bytes, 0, bytes.Length, out _) == UpdateReason.Accepted;

    private static bool HarnessTakesKeys(byte[] bytes) => Takes(() => Harness.KeySet.Read(bytes));

    private static bool FirmwareTakesKeys(byte[] bytes) => Firmware.KeySet.Read(bytes, 0, bytes.Length, new AnyPoint(), out _) == UpdateReason.Accepted;

    private static byte[] Point(byte number)
    {
        var point = new byte[65];
        Array.Fill(point, number);
        point[0] = 4;
        return point;
    }

    private static Harness.Manifest Good(bool isEncrypted) => new()
    {
        Product = "blink",
        Target = "ESP32_S3",
        Sequence = 300,
        Version = new(1, 20, 300),
        Floor = new(1, 0, 0),
        Expires = DateTimeOffset.FromUnixTimeSeconds(1900000000),
        Images =
        [
            new("Colours", new(1, 0, 0, 7), 600, [new("mscorlib", new Version(1, 17))], new byte[32]),
            new("Blink", new(1, 20, 300, 0), 5000, [new("mscorlib", new Version(1, 17)), new("Colours", new Version(1, 0))], new byte[32]),
        ],
        PayloadSize = isEncrypted ? 5616 : 5600,
        Pages = [new byte[32]],
        Encryption = isEncrypted ? new("fleet", new byte[16], new byte[32]) : null,
        Signers = [new KeyId(1), new KeyId(2)],
        EntryType = "Blink.Application",
    };

    /// <summary>Key sets alone: the harness looks at a point's place on the curve elsewhere.</summary>
    private sealed class AnyPoint : ISignatureScheme
    {
        public byte[] Hash(byte[] bytes, int offset, int count) => System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(offset, count));

        public bool IsPublicKey(byte[] publicKey) => publicKey[0] == 4;

        public bool Verify(byte[] publicKey, byte[] hash, byte[] bytes, int offset, int count) => throw new InvalidOperationException("nothing is verified here");
    }
}
