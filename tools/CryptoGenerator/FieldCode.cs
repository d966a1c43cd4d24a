using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>Writes operations of the field of P-256 on numbers that lie in local variables.</summary>
internal sealed class FieldCode(SourceText source)
{
    /// <summary>Declares what every reduction needs.</summary>
    public void DeclareTemporaries(string constants = "")
    {
        source.Line("// In variables, as a constant of type long takes two instructions.");
        source.Line($"long mask = Limbs.Mask, {constants}t, {Each("q")};");
    }

    public void Declare(string name) => source.Line($"long {Each(name)};");

    /// <summary>Products, scaled by 1 to 4, and a sum of other numbers.</summary>
    public FieldNumber Reduce(string name, string comment, IReadOnlyList<Product> products, IReadOnlyList<(int, FieldNumber)>? linear = null, int scale = 1)
    {
        source.Line($"// {comment}");
        return new Reduction(source, name, products, linear ?? [], scale).Write();
    }

    public FieldNumber Multiply(string name, string comment, FieldNumber a, FieldNumber b, int scale = 1) => Reduce(name, comment, [new(1, a, b)], null, scale);

    public FieldNumber Square(string name, string comment, FieldNumber a, int scale = 1) => Multiply(name, comment, a, a, scale);

    /// <summary>Limb by limb, without carries: limbs of either sign.</summary>
    public FieldNumber Subtract(string name, string comment, FieldNumber a, FieldNumber b)
    {
        source.Line($"// {comment}");
        source.Line(string.Join(" ", Indices.Select(i => $"{name}{i} = {a.Name}{i} - {b.Name}{i};")));
        return new(name, [.. Indices.Select(i => a.Limbs[i] - b.Limbs[i])], a.Value - b.Value);
    }

    /// <summary>Brings a number close to between 0 and p, by subtracting p as often as its highest bits say. Limbs may pass 29 bits by a little.</summary>
    public FieldNumber Fold(FieldNumber number)
    {
        const int TopBits = 24;
        var x = number.Name;
        source.Line($"// {x.ToUpperInvariant()} to between about 0 and p");
        source.Line($"q0 = {x}8 >> {TopBits}; {x}0 += q0; {x}3 -= q0 << 9; {x}6 -= q0 << 18; {x}7 += q0 << 21; {x}8 -= q0 << {TopBits};");
        var times = number.Limbs[8].ShiftRight(TopBits);
        var limbs = number.Limbs.ToArray();
        limbs[0] += times;
        limbs[3] -= (1 << 9) * times;
        limbs[6] -= (1 << 18) * times;
        limbs[7] += (1 << 21) * times;
        limbs[8] = new(0, (1 << TopBits) - 1);
        var value = new Range(0, (BigInteger.One << 256) - 1);
        var rest = (BigInteger.One << 256) - Curve.P;
        return new(x, limbs, value + new Range(times.Low * rest, times.High * rest));
    }

    public void Load(string name, string array, int offset) => source.Line(string.Join(" ", Indices.Select(i => $"{name}{i} = {array}[{offset + i}];")));

    public void Store(string name, string array, int offset) => source.Line(string.Join(" ", Indices.Select(i => $"{array}[{offset + i}] = {name}{i};")));

    private static IEnumerable<int> Indices => Enumerable.Range(0, Curve.LimbCount);

    private static string Each(string name) => string.Join(", ", Indices.Select(i => $"{name}{i}"));
}
