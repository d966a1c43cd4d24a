using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>Encodings of signatures and keys: one is right, every other is refused, and none makes the firmware throw.</summary>
public class SignatureFormTests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    private static readonly byte[] Hash = SHA256.HashData("message"u8);
    private static readonly (byte[] Key, byte[] R, byte[] S) Good = Sign();

    public static TheoryData<string, byte[]> Malformed()
    {
        var (r, s) = (Good.R, Good.S);
        byte[] der = Sequence([.. Integer(r), .. Integer(s)]);
        return new()
        {
            { "nothing", [] },
            { "a tag alone", [0x30] },
            { "an empty sequence", [0x30, 0] },
            { "a byte behind", [.. der, 0] },
            { "a byte behind, inside", Sequence([.. Integer(r), .. Integer(s), 0]) },
            { "a third number", Sequence([.. Integer(r), .. Integer(s), 2, 1, 1]) },
            { "one number", Sequence(Integer(r)) },
            { "a NULL between", Sequence([.. Integer(r), 5, 0, .. Integer(s)]) },
            { "a set", [0x31, .. der[1..]] },
            { "a primitive sequence", [0x10, .. der[1..]] },
            { "an octet string as r", Sequence([4, .. Integer(r)[1..], .. Integer(s)]) },
            { "an octet string as s", Sequence([.. Integer(r), 4, .. Integer(s)[1..]]) },
            { "a long-form length", [0x30, 0x81, (byte)(der.Length - 2), .. der[2..]] },
            { "a longer long-form length", [0x30, 0x82, 0, (byte)(der.Length - 2), .. der[2..]] },
            { "an indefinite length", [0x30, 0x80, .. der[2..], 0, 0] },
            { "a length too long by one", [0x30, (byte)(der.Length - 1), .. der[2..]] },
            { "a length too short by one", [0x30, (byte)(der.Length - 3), .. der[2..]] },
            { "a length of 255", [0x30, 0xff, .. der[2..]] },
            { "a long-form length of r", Sequence([2, 0x81, .. Integer(r)[1..], .. Integer(s)]) },
            { "a length of r beyond the end", Sequence([2, 0x7f, .. Integer(r)[2..], .. Integer(s)]) },
            { "a length of s beyond the end", Sequence([.. Integer(r), 2, (byte)(Integer(s)[1] + 1), .. Integer(s)[2..]]) },
            { "an r of no bytes", Sequence([2, 0, .. Integer(s)]) },
            { "an s of no bytes", Sequence([.. Integer(r), 2, 0]) },
            { "a zero too many before r", Sequence([2, (byte)(Integer(r)[1] + 1), 0, .. Integer(r)[2..], .. Integer(s)]) },
            { "a zero too many before s", Sequence([.. Integer(r), 2, (byte)(Integer(s)[1] + 1), 0, .. Integer(s)[2..]]) },
            { "a negative r", Sequence([2, 32, (byte)(r[0] | 0x80), .. r[1..], .. Integer(s)]) },
            { "a negative s", Sequence([.. Integer(r), 2, 32, (byte)(s[0] | 0x80), .. s[1..]]) },
            { "an r of 33 bytes", Sequence([2, 33, 1, .. r, .. Integer(s)]) },
            { "an s of 34 bytes", Sequence([.. Integer(r), 2, 34, 0, 0x80, .. s]) },
            { "r and s as they are", [.. r, .. s] },
        };
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Another_form_of_a_good_signature_is_refused(string what, byte[] signature)
    {
        Assert.True(Verify(Good.Key, Hash, Sequence([.. Integer(Good.R), .. Integer(Good.S)])), "the good one");
        Assert.False(Verify(Good.Key, Hash, signature), what);
    }

    [Fact]
    public void A_signature_cut_at_any_byte_is_refused()
    {
        byte[] der = Sequence([.. Integer(Good.R), .. Integer(Good.S)]);
        for (var length = 0; length < der.Length; length++) Assert.False(Verify(Good.Key, Hash, der[..length]));
    }

    [Fact]
    public void A_signature_within_a_longer_array_is_found_and_ranges_outside_are_refused()
    {
        byte[] der = Sequence([.. Integer(Good.R), .. Integer(Good.S)]);
        byte[] padded = [9, 9, 9, .. der, 7];
        device.Call<VerifySignature, bool>("EcdsaP256", "Verify", verify =>
        {
            Assert.True(verify(Good.Key, Hash, padded, 3, der.Length));
            foreach (var (offset, length) in new[] { (-1, der.Length), (3, -1), (3, der.Length + 2), (int.MaxValue, 8), (3, int.MaxValue), (padded.Length, 0), (padded.Length + 1, 0), (2, der.Length), (4, der.Length) })
                Assert.False(verify(Good.Key, Hash, padded, offset, length));
            Assert.False(verify(null!, Hash, padded, 3, der.Length));
            Assert.False(verify(Good.Key, null!, padded, 3, der.Length));
            Assert.False(verify(Good.Key, Hash, null!, 0, 0));
            return true;
        });
    }

    [Fact]
    public void Hashes_of_another_length_are_refused()
    {
        byte[] der = Sequence([.. Integer(Good.R), .. Integer(Good.S)]);
        foreach (var length in new[] { 0, 20, 31, 33, 48, 64 }) Assert.False(Verify(Good.Key, [.. Hash.Concat(Hash).Take(length)], der));
    }

    [Fact]
    public void Keys_that_are_no_point_of_the_curve_are_refused()
    {
        byte[] der = Sequence([.. Integer(Good.R), .. Integer(Good.S)]);
        var (x, y) = (Good.Key[1..33], Good.Key[33..]);
        var p = P256Oracle.Bytes(P256Oracle.P);
        byte[] ones = [.. Enumerable.Repeat((byte)0xff, 32)];
        // b is a square: (0, sqrt b) is a point, and so would (p, sqrt b) be if x were taken modulo p.
        var root = P256Oracle.Bytes(System.Numerics.BigInteger.ModPow(P256Oracle.B, (P256Oracle.P + 1) / 4, P256Oracle.P));
        byte[][] keys =
        [
            [], [0], [4], [4, .. x], [2, .. x], [3, .. x], [.. x, .. y], [0, .. x, .. y], [2, .. x, .. y], [6, .. x, .. y], [7, .. x, .. y], [4, .. x, .. y, 0],
            [4, .. y, .. x], [4, .. new byte[64]], [4, .. x, .. new byte[32]], [4, .. new byte[32], .. y], [4, .. p, .. y], [4, .. x, .. p], [4, .. ones, .. ones],
            [4, .. p, .. root], [4, .. x, .. P256Oracle.Bytes(P256Oracle.Number(y) ^ 1)],
        ];
        foreach (var key in keys) Assert.False(Verify(key, Hash, der), Convert.ToHexString(key));
        Assert.All(keys, key => Assert.False(IsKey(key)));
        Assert.True(IsKey(Good.Key));
        Assert.True(IsKey([4, .. new byte[32], .. root]));
    }

    [Fact]
    public void Random_bytes_and_random_changes_never_pass_and_never_throw()
    {
        var random = new Random(3);
        byte[] der = Sequence([.. Integer(Good.R), .. Integer(Good.S)]);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = (byte[])der.Clone();
            if (i % 2 == 0) random.NextBytes(bytes);
            else bytes[random.Next(8)] = (byte)random.Next(256);
            if (!bytes.AsSpan().SequenceEqual(der)) Assert.False(Verify(Good.Key, Hash, bytes));
        }
    }

    private static (byte[], byte[], byte[]) Sign()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var q = signer.ExportParameters(false).Q;
        // Both numbers of 32 bytes with a clear sign bit, so that every form above is really another one.
        for (; ; )
        {
            var signature = signer.SignHash(Hash);
            if (signature[0] is > 0 and < 0x80 && signature[32] is > 0 and < 0x80) return ([4, .. q.X!, .. q.Y!], signature[..32], signature[32..]);
        }
    }

    private static byte[] Sequence(byte[] content) => [0x30, (byte)content.Length, .. content];

    private static byte[] Integer(byte[] number) => [2, (byte)number.Length, .. number];

    private bool Verify(byte[] key, byte[] hash, byte[] signature) =>
        device.Call<VerifySignature, bool>("EcdsaP256", "Verify", verify => verify(key, hash, signature, 0, signature.Length));

    private bool IsKey(byte[] key) => device.Call<Func<byte[], bool>, bool>("EcdsaP256", "IsPublicKey", isKey => isKey(key));
}
