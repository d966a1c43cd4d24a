using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>
/// The sum of multiples of two points: doublings and additions of Jacobian points (X, Y2, Z), where x = X / Z² and
/// y = Y2 / 2Z³: with twice Y in hand a doubling has no factor above 3. All in one method, so that the point never leaves
/// its local variables.
/// </summary>
internal sealed class LadderSource
{
    // In parts of p: bounds are rounded up to these, so that the search for them ends.
    private const int Part = 16;
    private const int Excess = 1 << 25;

    private const int PrimesOfDifference = 12;

    // Between what coordinates are when a step begins; what a step leaves is proved to be between the same.
    private readonly Dictionary<string, Range> _bounds = new() { ["x"] = new(0, Curve.P), ["y"] = new(0, 2 * Curve.P), ["z"] = new(0, 2 * Curve.P) };

    public static string Text()
    {
        var ladder = new LadderSource();
        ladder.FindBounds();
        return ladder.Write();
    }

    private void FindBounds()
    {
        Dictionary<string, Range> before;
        do
        {
            before = new(_bounds);
            Write();
            if (_bounds["x"].High > 32 * Curve.P) throw new InvalidOperationException("coordinates grow without end");
        }
        while (_bounds.Any(b => b.Value != before[b.Key]));
    }

    private string Write()
    {
        var source = new SourceText();
        var code = new FieldCode(source);
        source.Open("namespace SecureEsp.DeviceApp.Crypto");
        source.Line("/// <summary>Doubles and adds points of P-256. Coordinates are Montgomery's, with R = 2^261.</summary>");
        source.Open("internal static class P256Ladder");
        source.Line("/// <summary>Carries out steps on a point, up to one that says stop or cannot be done here.</summary>");
        source.Line("/// <param name=\"point\">X, twice Y and Z, nine limbs each; not infinity. Behind them, twice the last difference H: Z grew by it.</param>");
        source.Line("/// <param name=\"steps\">See <see cref=\"P256Steps\"/>.</param>");
        source.Line("/// <param name=\"at\">The first step.</param>");
        source.Line("/// <param name=\"bases\">Affine points to add, x and twice y, 18 limbs each.</param>");
        source.Line("/// <param name=\"keys\">The same, for steps that say so.</param>");
        source.Line("/// <returns>The step that it ended with. If that is an addition, it was not done: both points have the same x.</returns>");
        source.Open("public static int Run(long[] point, int[] steps, int at, int[] bases, int[] keys)");
        code.DeclareTemporaries("three = 3, ");
        foreach (var name in "xyzabcghnsuv") code.Declare(name.ToString());
        foreach (var (name, offset) in new[] { ("x", 0), ("y", 9), ("z", 18), ("h", 27) }) code.Load(name, "point", offset);
        source.Line("int step;");
        source.Open("for (; ; at++)");
        source.Line("step = steps[at];");
        source.Open("for (int n = step & P256Steps.Doublings; n > 0; n--)");
        Double(code);
        source.Close();
        source.Open("if (step < 0)");
        source.Line("break;");
        source.Close();
        LoadAddend(source);
        Add(source, code);
        source.Close();
        foreach (var (name, offset) in new[] { ("x", 0), ("y", 9), ("z", 18) }) code.Store(name, "point", offset);
        source.Line(string.Join(" ", Enumerable.Range(0, Curve.LimbCount).Select(i => $"point[{27 + i}] = h{i} << 1;")));
        source.Line("return at;");
        source.Close(3);
        return source.ToString();
    }

    // A folded X has limbs that pass 29 bits by a little.
    private FieldNumber Coordinate(string name)
    {
        var number = FieldNumber.Normal(name, _bounds[name]);
        return name == "x" ? number with { Limbs = [.. number.Limbs.Take(8).Select(l => new Range(l.Low - Excess, l.High + Excess)), new(number.Limbs[8].Low - 1, number.Limbs[8].High + 1)] } : number;
    }

    private void Double(FieldCode code)
    {
        var (x, y, z) = (Coordinate("x"), Coordinate("y"), Coordinate("z"));
        var a = code.Square("a", "a = Z²", z);
        var g = code.Square("g", "g = Y2²", y);
        var b = code.Multiply("b", "b = X · g", x, g);
        var s = code.Reduce("s", "s = 3 · (X² - a²)", [new(1, x, x), new(-1, a, a)], scale: 3);
        z = code.Multiply("z", "Z = Y2 · Z", y, z);
        x = code.Reduce("x", "X = s² - 2b", [new(1, s, s)], [(-2, b)]);
        var n = code.Subtract("n", "n = b - X", b, x);
        y = code.Reduce("y", "Y2 = 2 · s · n - g²", [new(2, s, n), new(-1, g, g)]);
        Widen(x, y, z);
    }

    private static void LoadAddend(SourceText source)
    {
        source.Line("int[] table = (step & P256Steps.OfKey) != 0 ? keys : bases;");
        source.Line("long sign = (step & P256Steps.Negative) != 0 ? -1 : 1;");
        source.Line("int o = step >> P256Steps.OffsetShift;");
        source.Line(string.Join(" ", Enumerable.Range(0, Curve.LimbCount).Select(i => $"u{i} = table[o + {i}];")));
        source.Line(string.Join(" ", Enumerable.Range(0, Curve.LimbCount).Select(i => $"v{i} = table[o + {Curve.LimbCount + i}] * sign;")));
    }

    private void Add(SourceText source, FieldCode code)
    {
        var (x, y, z) = (Coordinate("x"), Coordinate("y"), Coordinate("z"));
        // Tables hold products as they come.
        var u = FieldNumber.Normal("u", FieldSource.Product);
        var v = FieldNumber.Within("v", 2);
        v = v with { Limbs = [.. u.Limbs.Select(l => new Range(-l.High, l.High))] };
        var a = code.Square("a", "a = Z²", z);
        var h = code.Reduce("h", "h = x' · a - X", [new(1, u, a)], [(-1, x)]);
        source.Line($"// h is within {PrimesOfDifference} p of 0: a multiple of p has one of {2 * PrimesOfDifference + 1} lowest limbs.");
        source.Open($"if (((h0 + {PrimesOfDifference}) & mask) <= {2 * PrimesOfDifference} && P256Field.IsZero(h0, h1, h2, h3, h4, h5, h6, h7, h8))");
        source.Line("break;");
        source.Close();
        if (!FieldNumber.Within("h", PrimesOfDifference).Value.Contains(h.Value)) throw new InvalidOperationException("h is larger than IsZero takes");
        // The key's table multiplies these with products.
        if (new[] { x.Value, y.Value, z.Value, 2 * h.Value }.Any(v => !FieldSource.Factors.Contains(v * FieldSource.Product))) throw new InvalidOperationException("products of coordinates are larger than tables take");
        var c = code.Multiply("c", "c = Z³", z, a);
        var s = code.Reduce("s", "s = y2' · c - Y2", [new(1, v, c)], [(-1, y)]);
        z = code.Multiply("z", "Z = 2 · Z · h", z, h, scale: 2);
        var g = code.Square("g", "g = 4 · h²", h, scale: 4);
        var j = code.Multiply("c", "c = h · g", h, g);
        var b = code.Multiply("b", "b = X · g", x, g);
        x = code.Reduce("x", "X = s² - c - 2b", [new(1, s, s)], [(-1, j), (-2, b)]);
        x = code.Fold(x);
        var n = code.Subtract("n", "n = b - X", b, x);
        y = code.Reduce("y", "Y2 = 2 · (s · n - Y2 · c)", [new(1, s, n), new(-1, y, j)], scale: 2);
        Widen(x, y, z);
    }

    /// <summary>Nothing changes once the bounds are found: then what comes out of a step may go into the next.</summary>
    private void Widen(params FieldNumber[] coordinates)
    {
        foreach (var (name, limbs, value) in coordinates)
        {
            if (Coordinate(name).Limbs.Take(8).Zip(limbs).Any(l => !l.First.Contains(l.Second))) throw new InvalidOperationException($"a limb of {name} passes its bounds");
            var bounds = _bounds[name];
            if (value.Low < bounds.Low) bounds = bounds with { Low = -RoundedUp(-value.Low) };
            if (value.High > bounds.High) bounds = bounds with { High = RoundedUp(value.High) };
            _bounds[name] = bounds;
        }
    }

    private static BigInteger RoundedUp(BigInteger value) => (value * Part / Curve.P + 1) * Curve.P / Part + 1;
}
