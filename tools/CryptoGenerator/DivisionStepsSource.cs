namespace SecureEsp.CryptoGenerator;

/// <summary>
/// The inverse modulo a prime by division steps (Bernstein and Yang, "Fast constant-time gcd computation and modular
/// inversion", 2019), here in variable time: 29 steps on the lowest limbs give a matrix that is then applied to the whole
/// numbers. At most 741 steps for 256 bits: 26 turns.
/// </summary>
internal static class DivisionStepsSource
{
    private const int Turns = 26;

    public static string Text()
    {
        var source = new SourceText();
        source.Open("namespace SecureEsp.DeviceApp.Crypto");
        source.Line("/// <summary>Division modulo a prime by Bernstein and Yang's division steps.</summary>");
        source.Open("internal static class DivisionSteps");
        source.Line("/// <summary>numerator / number modulo a prime of 256 bits, up to 27 times the prime above or below 0.</summary>");
        source.Line("/// <param name=\"modulus\">The prime.</param>");
        source.Line("/// <param name=\"negativeInverse\">-1 / modulus, modulo 2^29.</param>");
        source.Line("/// <param name=\"number\">Not 0, below the prime.</param>");
        source.Line("/// <param name=\"numerator\">Below the prime. Becomes the result, its highest limb with the sign.</param>");
        source.Open("public static void Divide(long[] modulus, long negativeInverse, long[] number, long[] numerator)");
        source.Line("long mask = Limbs.Mask, a, b, i, j, u, v, q, r, swapped;");
        source.Line("int delta = 1, left, f, g, zeros;");
        foreach (var (name, value) in new[] { ("m", "modulus[{0}]"), ("f", "m{0}"), ("g", "number[{0}]"), ("d", "0"), ("e", "numerator[{0}]") })
            source.Line($"long {Each(n => $"{name}{n} = {string.Format(value, n)}", ", ")};");
        source.Open($"for (int turn = 0; turn < {Turns} && ({Each(n => $"g{n}", " | ")}) != 0; turn++)");
        Steps(source);
        Apply(source, "f", "g", isModular: false);
        Apply(source, "d", "e", isModular: true);
        source.Close();
        source.Line("// f is 1 or -1.");
        source.Line("u = f0 == 1 ? 1 : -1;");
        source.Line("a = 0;");
        for (var n = 0; n < 8; n++) source.Line($"a += u * d{n}; numerator[{n}] = a & mask; a >>= 29;");
        source.Line("numerator[8] = a + (u * d8);");
        source.Close(3);
        return source.ToString();
    }

    private static void Steps(SourceText source)
    {
        source.Line("// Only the lowest bits decide: what overflows in f and g does not matter.");
        source.Line("f = (int)f0; g = (int)g0; u = 1; v = 0; q = 0; r = 1;");
        source.Open("for (left = 29; ;)");
        source.Line("zeros = 0;");
        source.Open("while ((g & 1) == 0 && zeros < left)");
        source.Line("g >>= 1;");
        source.Line("zeros++;");
        source.Close();
        source.Line("u <<= zeros; v <<= zeros; delta += zeros; left -= zeros;");
        source.Open("if (left == 0)");
        source.Line("break;");
        source.Close();
        source.Open("if (delta > 0)");
        source.Line("delta = -delta;");
        source.Line("zeros = f; f = g; g = -zeros;");
        source.Line("swapped = u; u = q; q = -swapped;");
        source.Line("swapped = v; v = r; r = -swapped;");
        source.Close();
        source.Line("delta++; left--;");
        source.Line("g = (g + f) >> 1; q += u; r += v; u <<= 1; v <<= 1;");
        source.Close();
    }

    /// <summary>(x, y) = (u x + v y, q x + r y) / 2^29; modulo the prime, a multiple of it makes that a whole number.</summary>
    private static void Apply(SourceText source, string x, string y, bool isModular)
    {
        source.Line($"a = u * {x}0 + v * {y}0; b = q * {x}0 + r * {y}0;");
        if (isModular)
        {
            source.Line("i = ((a & mask) * negativeInverse) & mask; j = ((b & mask) * negativeInverse) & mask;");
            source.Line("a += i * m0; b += j * m0;");
        }

        for (var n = 1; n < Curve.LimbCount; n++)
        {
            var (more, other) = isModular ? ($" + i * m{n}", $" + j * m{n}") : ("", "");
            source.Line($"a = (a >> 29) + u * {x}{n} + v * {y}{n}{more}; b = (b >> 29) + q * {x}{n} + r * {y}{n}{other}; {x}{n - 1} = a & mask; {y}{n - 1} = b & mask;");
        }

        source.Line($"{x}8 = a >> 29; {y}8 = b >> 29;");
    }

    private static string Each(Func<int, string> text, string separator) => string.Join(separator, Enumerable.Range(0, Curve.LimbCount).Select(text));
}
