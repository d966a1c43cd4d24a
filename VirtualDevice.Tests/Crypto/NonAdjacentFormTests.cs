using System.Numerics;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>What the digits of a scalar amount to, and that there are few of them.</summary>
public class NonAdjacentFormTests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    private const int Flag = 512;
    private const int Negative = 1024;
    private const int PointLimbs = 18;

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void Digits_are_odd_small_far_apart_and_amount_to_the_scalar(int width)
    {
        var n = P256Oracle.N;
        var random = new Random(9);
        var powers = Enumerable.Range(0, 256).Select(k => BigInteger.One << k).ToArray();
        BigInteger[] scalars =
        [
            0, n / 2, n / 2 + 1, .. powers, .. powers.Select(p => p - 1), .. powers.Select(p => n - p), .. powers.Select(p => n / 2 - p),
            .. Enumerable.Range(0, 500).Select(_ => CostlySignatures.Dense(width, random)), .. Enumerable.Range(0, 500).Select(_ => CostlySignatures.Scalar(random)),
        ];
        device.Call<Func<long[], long[], int, int, int[]>, bool>("NonAdjacentForm", "Of", form =>
        {
            foreach (var scalar in scalars.Select(s => P256Oracle.Mod(s, n))) Check(scalar, form(P256Oracle.Limbs(n), P256Oracle.Limbs(scalar), width, Flag), width);
            return true;
        });
    }

    private static void Check(BigInteger scalar, int[] digits, int width)
    {
        var sum = BigInteger.Zero;
        var next = 0;
        foreach (var digit in digits.Skip(1).Take(digits[0]))
        {
            Assert.NotEqual(0, digit & Flag);
            var (position, index) = (digit & 511, digit >> 12);
            Assert.InRange(position, next, 255);
            Assert.Equal(0, index % PointLimbs);
            Assert.InRange(index / PointLimbs, 0, (1 << width - 2) - 1);
            sum += (2 * (index / PointLimbs) + 1) * BigInteger.Pow(2, position) * ((digit & Negative) != 0 ? -1 : 1);
            next = position + width;
        }

        Assert.True(P256Oracle.Mod(sum, P256Oracle.N) == scalar, $"{scalar}");
    }
}
