using System.Numerics;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>The firmware's inverses against Euclid's algorithm over BigInteger, modulo both primes.</summary>
public class LehmerInverseTests(CryptoDevice device) : IClassFixture<CryptoDevice>
{
    public static TheoryData<string> Primes() => ["p", "n"];

    [Theory]
    [MemberData(nameof(Primes))]
    public void Powers_of_two_and_their_neighbours_on_both_ends(string prime)
    {
        var m = Prime(prime);
        var numbers = Enumerable.Range(0, 256).Select(k => BigInteger.One << k).SelectMany(p => new[] { p - 1, p, p + 1, m - p - 1, m - p, m - p + 1 });
        Check(m, [1, 2, 3, m - 1, m - 2, m - 3, .. numbers]);
    }

    [Theory]
    [MemberData(nameof(Primes))]
    public void Fractions_of_the_prime_whose_first_quotients_are_of_every_size(string prime)
    {
        var m = Prime(prime);
        Check(m, Enumerable.Range(1, 255).SelectMany(k => new[] { m >> k, (m >> k) + 1, m / 3 >> k, m - (m >> k) }));
        Check(m, Enumerable.Range(2, 300).SelectMany(k => new[] { m / k, m / k + 1, new BigInteger(k) }));
    }

    [Theory]
    [MemberData(nameof(Primes))]
    public void Quotients_large_and_small_by_turns(string prime)
    {
        // m / number begins with the quotients asked for where number is m · a / b, a / b the fraction that they make.
        var m = Prime(prime);
        var random = new Random(11);
        int[][] patterns =
        [
            [1], [2], [1, 28], [1, 29], [1, 30], [1, 31], [1, 32], [30], [31], [32], [33], [57, 1], [58, 1], [59], [60], [61], [62], [63], [64], [90], [15, 16], [16, 15],
            [1, 1, 1, 60], [31, 1, 31], [20, 40], [120], [28, 1, 1], [29, 1, 1, 1], [14, 14, 4],
        ];
        foreach (var pattern in patterns)
            for (var i = 0; i < 12; i++)
            {
                var (a, b, before, old) = (BigInteger.One, BigInteger.Zero, BigInteger.Zero, BigInteger.One);
                for (var at = 0; a < BigInteger.One << 120; at++)
                {
                    var bits = pattern[at % pattern.Length];
                    var quotient = (BigInteger.One << bits - 1) + (i == 0 ? 0 : new BigInteger(random.NextInt64()) % (BigInteger.One << bits - 1));
                    (a, before) = (quotient * a + before, a);
                    (b, old) = (quotient * b + old, b);
                }

                if (b > 0) Check(m, [m * b / a, m * b / a + 1, m - m * b / a]);
            }
    }

    [Theory]
    [MemberData(nameof(Primes))]
    public void Limbs_that_are_0_and_limbs_of_ones_anywhere(string prime)
    {
        var m = Prime(prime);
        var random = new Random(5);
        Check(m, Enumerable.Range(0, 1500).Select(_ =>
        {
            BigInteger number = 0;
            for (var limb = 0; limb < 9; limb++)
                number = (number << 29) + random.Next(4) switch { 0 => 0, 1 => (1 << 29) - 1, 2 => random.Next(8), _ => random.Next(1 << 29) };
            return number % m;
        }));
    }

    [Theory]
    [MemberData(nameof(Primes))]
    public void Random_numbers(string prime)
    {
        var m = Prime(prime);
        var random = new Random(6);
        Check(m, Enumerable.Range(0, 3000).Select(_ =>
        {
            var bytes = new byte[random.Next(1, 33)];
            random.NextBytes(bytes);
            return P256Oracle.Number(bytes) % m;
        }));
    }

    private static BigInteger Prime(string name) => name == "p" ? P256Oracle.P : P256Oracle.N;

    private void Check(BigInteger m, IEnumerable<BigInteger> numbers) => device.Call<Func<long[], long[], long[]>, bool>("LehmerInverse", "Of", inverse =>
    {
        var prime = P256Oracle.Limbs(m);
        foreach (var number in numbers.Where(n => n > 0 && n < m).Distinct())
        {
            var limbs = P256Oracle.Limbs(number);
            Assert.True(P256Oracle.Value(inverse(prime, limbs)) == P256Oracle.Inverse(number, m), $"{number} modulo {m}");
            Assert.Equal(P256Oracle.Limbs(number), limbs);
        }

        return Assert.Single([P256Oracle.Limbs(m).SequenceEqual(prime)]);
    });
}
