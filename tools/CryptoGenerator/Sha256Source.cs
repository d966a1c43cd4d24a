using System.Globalization;
using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>
/// The compression function of SHA-256 (FIPS 180-4) unrolled into locals. Each word stands twice in a ulong: a rotation is
/// one shift then, and what is above the low 32 bits of a sum does not matter until it is doubled again. Words of which
/// nothing is rotated are not doubled, and those that are used once are not stored.
/// </summary>
internal static class Sha256Source
{
    private const int Rounds = 64;

    public static string Text()
    {
        var source = new SourceText();
        source.Open("namespace SecureEsp.DeviceApp.Crypto");
        source.Line("/// <summary>State and compression function of SHA-256 (FIPS 180-4, 6.2.2). Fields, as they take fewer instructions than elements.</summary>");
        source.Open("internal sealed class Sha256State");
        for (var i = 0; i < 8; i++) source.Line($"public uint H{i};");
        source.Line();
        source.Line("/// <summary>Takes 64 bytes into the state.</summary>");
        source.Open("public void Compress(byte[] block)");
        source.Line("ulong twice = 0x100000001;");
        for (var i = 0; i < 16; i++)
            source.Line($"ulong w{i} = (uint)((block[{4 * i}] << 24) | (block[{4 * i + 1}] << 16) | (block[{4 * i + 2}] << 8) | block[{4 * i + 3}]){(i == 0 ? "" : " * twice")};");
        foreach (var i in new[] { 0, 1, 2, 4, 5, 6 }) source.Line($"ulong {"abcdefgh"[i]} = H{i}{(i is 0 or 4 ? " * twice" : "")};");
        source.Line("ulong d, h, t;");
        for (var i = 0; i < Rounds; i++) Round(source, i);
        foreach (var i in new[] { 1, 2, 3, 5, 6, 7 }) source.Line($"H{i} += (uint){"abcdefgh"[i]};");
        source.Close(3);
        return source.ToString();
    }

    /// <summary>The variables are not moved: they change their roles from round to round.</summary>
    private static void Round(SourceText source, int i)
    {
        string Role(int role) => "abcdefgh"[(role - i % 8 + 8) % 8].ToString();
        var (a, b, c, d, e, f, g, h) = (Role(0), Role(1), Role(2), Role(3), Role(4), Role(5), Role(6), Role(7));
        var word = $"w{i % 16}";
        if (i >= Rounds - 2) word = Scheduled(i);
        else if (i >= 16) source.Line($"{word} = (uint)({Scheduled(i)}) * twice;");
        source.Line($"t = {(i == 0 ? "H7" : h)} + {Constants[i]} + {word} + ((((({e} >> 14) ^ {e}) >> 5) ^ {e}) >> 6) + ((({f} ^ {g}) & {e}) ^ {g});");
        var newE = $"t + {(i == 0 ? "H3" : d)}";
        var newA = $"t + ((((({a} >> 9) ^ {a}) >> 11) ^ {a}) >> 2) + ((({a} ^ {b}) & ({b} ^ {c})) ^ {b})";
        source.Line(i == Rounds - 1 ? $"H4 += (uint)({newE});" : $"{d} = (uint)({newE}) * twice;");
        source.Line(i == Rounds - 1 ? $"H0 += (uint)({newA});" : $"{h} = (uint)({newA}) * twice;");
    }

    private static string Scheduled(int i)
    {
        string W(int back) => $"w{(i - back) % 16}";
        return $"{W(16)} + {W(7)} + (({W(15)} >> 7) ^ ({W(15)} >> 18) ^ ({W(15)} >> 35)) + (({W(2)} >> 17) ^ ({W(2)} >> 19) ^ ({W(2)} >> 42))";
    }

    /// <summary>
    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes, below a bit that is dropped: it
    /// makes the compiler load them by one instruction instead of two.
    /// </summary>
    private static string[] Constants { get; } =
        [.. Primes().Take(Rounds).Select(p => string.Create(CultureInfo.InvariantCulture, $"0x1{(uint)(CubeRoot(new BigInteger(p) << 96) & uint.MaxValue):X8}UL"))];

    private static IEnumerable<int> Primes() => Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).TakeWhile(d => d * d <= n).All(d => n % d != 0));

    private static BigInteger CubeRoot(BigInteger value)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.One << 40);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (middle * middle * middle <= value) low = middle;
            else high = middle;
        }

        return low;
    }
}
