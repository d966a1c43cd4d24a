using System.Numerics;
using System.Security.Cryptography;
using Point = SecureEsp.VirtualDevice.Tests.Crypto.P256Oracle.Point;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>
/// Keys, scalars and numbers at which formulas and ranges end. With a known private key, a signature is made for any u1 and
/// u2: r is the sum's x, s = r / u2 and the hash u1 · s. Each is also judged by the plain oracle.
/// </summary>
public class CurveEdgeTests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    private static readonly BigInteger N = P256Oracle.N;
    private static readonly BigInteger P = P256Oracle.P;

    /// <summary>Q = G, -G, 2G …: the tables of both points share points then, and additions meet equal and opposite ones.</summary>
    public static TheoryData<string> Keys() => ["1", "-1", "2", "-2", "3", "-3", "5", "15", "17", "31", "127", "-127", "1/2", "-1/2", "1/3", "2^5", "2^128", "-2^250", "random"];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Scalars_whose_sums_meet_themselves_or_infinity_verify(string key)
    {
        var d = Scalar(key);
        var point = P256Oracle.Multiply(d, P256Oracle.G)!;
        foreach (var u1 in new[] { 0, 1, -2, 3, 15, 17, 127, 128, d, -d, -2 * d, N / 2 })
            foreach (var u2 in new BigInteger[] { 1, -1, 2, -3, 16, 17, BigInteger.One << 255, N / 2 + 1 })
                CheckSum(d, point, P256Oracle.Mod(u1, N), P256Oracle.Mod(u2, N));
    }

    [Fact]
    public void A_sum_that_is_infinity_is_refused()
    {
        foreach (var d in new[] { Scalar("1"), Scalar("2"), Scalar("random") })
            foreach (var u2 in new BigInteger[] { 1, 5, 1000, N - 1, N / 3 })
            {
                // u1 + u2 d = 0: no r fits; s = r / u2 and the hash follow from any.
                var (r, u1) = (new BigInteger(12345), P256Oracle.Mod(-u2 * d, N));
                var s = r * P256Oracle.Inverse(u2, N) % N;
                Assert.False(Verify(P256Oracle.Multiply(d, P256Oracle.G)!, u1 * s % N, P256Oracle.Der(r, s)));
            }
    }

    [Fact]
    public void Random_scalars_with_long_runs_of_ones_and_zeros_verify()
    {
        var random = new Random(7);
        var d = Scalar("random");
        var point = P256Oracle.Multiply(d, P256Oracle.G)!;
        for (var i = 0; i < 100; i++) CheckSum(d, point, Runs(random), Runs(random));
    }

    [Fact]
    public void A_sum_with_x_above_n_verifies_by_r_plus_n_and_r_near_p_minus_n_does_not_by_itself()
    {
        // A key is made for a given sum R: Q = (R - u1 G) / u2. x = n + k with few k, all that there are below p on the curve near n.
        var found = 0;
        for (BigInteger x = N; found < 4; x++)
        {
            if (OnCurve(x) is not { } sum) continue;
            found++;
            CheckGiven(sum, x - N, holds: x > N);
        }

        for (BigInteger x = P - 1; found < 8; x--)
        {
            if (OnCurve(x) is not { } sum) continue;
            found++;
            CheckGiven(sum, x - N, holds: true);
            CheckGiven(sum, x - N + 1, holds: false);
        }

        // x below p - n: r is x; and r = p - n + small, whose r + n is not below p and must not be taken modulo p.
        for (BigInteger x = 0; found < 12; x++)
        {
            if (OnCurve(x) is not { } sum) continue;
            found++;
            CheckGiven(sum, x, holds: x > 0);
            CheckGiven(sum, P - N + x, holds: false);
        }
    }

    [Fact]
    public void Numbers_that_are_right_only_modulo_n_are_refused()
    {
        // x = n + k is equal to k modulo n: r = k holds, r = x does not, though it is the sum's very x.
        var x = N + 1;
        while (OnCurve(x) is null) x++;
        CheckGiven(OnCurve(x)!, x - N, holds: true);
        CheckGiven(OnCurve(x)!, x, holds: false);

        // s = 5 holds, and s = 5 + n would by the same arithmetic.
        var (sum, u1) = (P256Oracle.Multiply(Scalar("random"), P256Oracle.G)!, new BigInteger(77));
        var r = sum.X % N;
        var u2 = r * P256Oracle.Inverse(5, N) % N;
        var key = P256Oracle.Multiply(P256Oracle.Inverse(u2, N), P256Oracle.Add(sum, P256Oracle.Negate(P256Oracle.Multiply(u1, P256Oracle.G)!)))!;
        Assert.True(Verify(key, 5 * u1, P256Oracle.Der(r, 5)));
        Assert.False(Verify(key, 5 * u1, P256Oracle.Der(r, 5 + N)));
    }

    [Fact]
    public void A_hash_of_n_or_more_counts_modulo_n()
    {
        var d = Scalar("random");
        var key = P256Oracle.Multiply(d, P256Oracle.G)!;
        foreach (var e in new[] { BigInteger.Zero, BigInteger.One, N - 1, N, N + 1, (BigInteger.One << 256) - 1 })
        {
            var r = P256Oracle.Multiply(99, P256Oracle.G)!.X % N;
            var s = (e + r * d) * P256Oracle.Inverse(99, N) % N;
            Assert.True(Verify(key, e, P256Oracle.Der(r, s)));
            Assert.False(Verify(key, e == 0 ? 5 : e - 1, P256Oracle.Der(r, s)));
        }
    }

    [Fact]
    public void Numbers_of_0_and_of_n_and_more_are_refused()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var q = signer.ExportParameters(false).Q;
        var key = new Point(P256Oracle.Number(q.X!), P256Oracle.Number(q.Y!));
        var hash = RandomNumberGenerator.GetBytes(32);
        var plain = signer.SignHash(hash);
        var (r, s) = (P256Oracle.Number(plain[..32]), P256Oracle.Number(plain[32..]));
        var e = P256Oracle.Number(hash);
        Assert.True(Verify(key, e, P256Oracle.Der(r, s)));
        Assert.True(Verify(key, e, P256Oracle.Der(r, N - s)));
        var all = (BigInteger.One << 256) - 1;
        foreach (var bad in new[] { BigInteger.Zero, N, N + 1, P, all })
        {
            Assert.False(Verify(key, e, P256Oracle.Der(bad, s)));
            Assert.False(Verify(key, e, P256Oracle.Der(r, bad)));
            Assert.False(Verify(key, e, P256Oracle.Der(bad, bad)));
        }

        foreach (var (first, second) in new[] { (r + N, s), (r, s + N), (-r, s), (r, -s), (1, 1), (N - 1, N - 1), (s, r) }.Select(t => ((BigInteger)t.Item1, (BigInteger)t.Item2)))
            if (P256Oracle.Der(first, second).Length <= 72) Assert.False(Verify(key, e, P256Oracle.Der(first, second)));
    }

    private static Point? OnCurve(BigInteger x)
    {
        var square = P256Oracle.Mod(x * x * x - 3 * x + P256Oracle.B, P);
        var y = BigInteger.ModPow(square, (P + 1) / 4, P);
        return x < P && y * y % P == square ? new(x, y) : null;
    }

    private static BigInteger Scalar(string text)
    {
        if (text == "random") return new BigInteger(SHA256.HashData("key"u8.ToArray()), isUnsigned: true) % N;
        var isNegative = text[0] == '-';
        var size = text.TrimStart('-');
        var value = size.StartsWith("1/", StringComparison.Ordinal) ? P256Oracle.Inverse(int.Parse(size[2..]), N)
            : size.StartsWith("2^", StringComparison.Ordinal) ? BigInteger.Pow(2, int.Parse(size[2..])) : BigInteger.Parse(size);
        return P256Oracle.Mod(isNegative ? -value : value, N);
    }

    private static BigInteger Runs(Random random)
    {
        BigInteger value = 0;
        for (var bits = 0; bits < 256;)
        {
            var run = random.Next(1, 40);
            value = (value << run) + (random.Next(2) == 0 ? 0 : (BigInteger.One << run) - 1);
            bits += run;
        }

        return P256Oracle.Mod(value, N - 1) + 1;
    }

    private void CheckSum(BigInteger d, Point key, BigInteger u1, BigInteger u2)
    {
        if (u2 == 0 || P256Oracle.Multiply(u1 + u2 * d, P256Oracle.G) is not { } sum || sum.X % N == 0) return;
        var r = sum.X % N;
        var s = r * P256Oracle.Inverse(u2, N) % N;
        var e = u1 * s % N;
        Assert.True(Verify(key, e, P256Oracle.Der(r, s)), $"d {d}, u1 {u1}, u2 {u2}");
        Assert.False(Verify(key, e, P256Oracle.Der(r == 1 ? 2 : r - 1, s)), $"d {d}, u1 {u1}, u2 {u2}, another r");
    }

    private void CheckGiven(Point sum, BigInteger r, bool holds)
    {
        var (u1, u2) = (new BigInteger(77), Scalar("random"));
        var key = P256Oracle.Multiply(P256Oracle.Inverse(u2, N), P256Oracle.Add(sum, P256Oracle.Negate(P256Oracle.Multiply(u1, P256Oracle.G)!)))!;
        var s = r * P256Oracle.Inverse(u2, N) % N;
        var e = u1 * s % N;
        Assert.Equal(holds, P256Oracle.Verify(key, P256Oracle.Bytes(e), r, s));
        Assert.Equal(holds, Verify(key, e, P256Oracle.Der(r, s)));
    }

    private bool Verify(Point key, BigInteger hash, byte[] signature) => device.Call<VerifySignature, bool>(
        "EcdsaP256", "Verify", verify => verify(P256Oracle.Encode(key), P256Oracle.Bytes(hash), signature, 0, signature.Length));
}
