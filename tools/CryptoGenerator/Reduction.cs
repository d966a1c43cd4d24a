using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>A product to be summed: Factor (1, -1, 2 or -2) times A times B.</summary>
internal sealed record Product(int Factor, FieldNumber A, FieldNumber B)
{
    public bool IsSquare => A.Name == B.Name;
}

/// <summary>
/// Code for a sum of products of the field with one Montgomery reduction by R = 2^261: column after column in one long,
/// whose upper part is carried on. Since p = -1 modulo 2^96, a quotient's digit is the low 29 bits of its column, and adding
/// digit · p = digit · (2^256 - 2^224 + 2^192 + 2^96 - 1) clears them: four shifts in columns further up. That no column
/// leaves the range of a long is proved here for each, from the bounds of what comes in; sums wrap harmlessly before.
/// Wherever t is read, nothing else may be on the evaluation stack, as in "three * t": then the compiler keeps t there and
/// stores it nowhere, which saves two instructions in each column.
/// </summary>
internal sealed class Reduction(SourceText source, string name, IReadOnlyList<Product> products, IReadOnlyList<(int Factor, FieldNumber Number)> linear, int scale)
{
    private const int Columns = (2 * Curve.LimbCount) - 1;
    private static readonly Range Long = new(long.MinValue, long.MaxValue);
    private static readonly Range Digit = new(0, (1 << Curve.LimbBits) - 1);
    private static readonly (int Column, int Shift, int Sign)[] Prime = [(3, 9, 1), (6, 18, 1), (7, 21, -1), (8, 24, 1)];

    private readonly List<string> _statements = [];

    /// <summary>Writes the code.</summary>
    /// <returns>The result: (products / R modulo p) · scale + linear, not below 0 or p.</returns>
    public FieldNumber Write()
    {
        if (scale != 1 && linear.Count > 0) throw new InvalidOperationException("linear terms are not scaled");
        Range carry = new(0, 0);
        for (var column = 0; column < Columns; column++) carry = Column(column, carry);
        foreach (var pair in _statements.Chunk(2)) source.Line(string.Join(' ', pair));
        source.Line($"{name}8 = (t >> 29){Linear(8)};");
        return FieldNumber.Normal(name, Value());
    }

    private Range Column(int column, Range carry)
    {
        var isLow = column < Curve.LimbCount;
        var factor = isLow ? 1 : scale;
        var (doubled, single) = Terms(column);
        var isNegative = doubled.Count > 0 && doubled.All(d => d[0] == '-');
        if (isNegative) doubled = [.. doubled.Select(d => "+" + d[1..])];
        var sum = Sum(doubled) is { Length: > 0 } inner ? $"{(isNegative ? "-" : "")}(({inner}) << 1)" : "";
        sum = Append(sum, Sum(single));
        var text = sum.Length == 0 ? "0" : sum;
        if (factor != 1 && column == Curve.LimbCount) text = Scaled(factor, $"(t >> 29) + {text}");
        else if (factor != 1) text = $"(t >> 29) + {Scaled(factor, text)}";
        else if (column > 0) text = $"(t >> 29) + {text}";
        _statements.Add($"t = {text.Replace("+ -", "- ")}; {(isLow ? $"q{column}" : $"{name}{column - Curve.LimbCount}")} = t & mask;");
        var bounds = factor * Bounds(column) + (column == Curve.LimbCount ? factor * carry : carry) + LinearBounds(column - Curve.LimbCount);
        if (!Long.Contains(bounds)) throw new InvalidOperationException($"{name}: column {column} may leave the range of a long: {bounds}");
        return bounds.ShiftRight(Curve.LimbBits);
    }

    private static string Scaled(int factor, string text) => factor == 3 ? $"({text}) * three" : $"(({text}) << {BitOperations.Log2((uint)factor)})";

    /// <summary>What is summed in a column: once to be doubled, once as it is.</summary>
    private (List<string> Doubled, List<string> Single) Terms(int column)
    {
        var (doubled, single) = (new List<string>(), new List<string>());
        foreach (var product in products)
            foreach (var (i, j) in Pairs(column))
            {
                if (product.IsSquare && i > j) continue;
                var times = product.IsSquare && i < j ? 2 * product.Factor : product.Factor;
                (Math.Abs(times) == 2 ? doubled : single).Add($"{(times < 0 ? "-" : "+")}{product.A.Name}{i} * {product.B.Name}{j}");
            }
        var limb = column - Curve.LimbCount;
        foreach (var (factor, number) in limb < 0 ? [] : linear)
            (Math.Abs(factor) == 2 && doubled.Count > 0 ? doubled : single).Add(Term(factor, number.Name + limb, doubled.Count > 0));
        foreach (var (at, shift, sign) in Prime)
            if (column - at is >= 0 and < Curve.LimbCount) single.Add($"{(sign < 0 ? "-" : "+")}(q{column - at} << {shift})");
        return (doubled, single);
    }

    private static string Term(int factor, string limb, bool isDoubled) =>
        $"{(factor < 0 ? "-" : "+")}{(Math.Abs(factor) == 2 && !isDoubled ? $"({limb} << 1)" : limb)}";

    private string Linear(int limb) => string.Concat(linear.Select(l => " " + Spaced(Term(l.Factor, l.Number.Name + limb, false))));

    private static string Sum(List<string> terms)
    {
        // A sum that begins with a minus would take one instruction more.
        var first = terms.FindIndex(t => t[0] == '+');
        if (first > 0) terms = [terms[first], .. terms[..first], .. terms[(first + 1)..]];
        if (terms.Count == 0) return "";
        var start = terms[0][0] == '+' ? terms[0][1..] : $"-({terms[0][1..]})";
        return string.Join(' ', [start, .. terms.Skip(1).Select(Spaced)]);
    }

    private static string Spaced(string term) => $"{term[0]} {term[1..]}";

    private static string Append(string sum, string more) => sum.Length == 0 ? more : more.Length == 0 ? sum : $"{sum} + {more}";

    private Range Bounds(int column)
    {
        Range sum = new(0, 0);
        foreach (var product in products)
            foreach (var (i, j) in Pairs(column))
                sum += product.Factor * (product.IsSquare && i == j ? product.A.Limbs[i].Square() : product.A.Limbs[i] * product.B.Limbs[j]);
        foreach (var (at, shift, sign) in Prime)
            if (column - at is >= 0 and < Curve.LimbCount) sum += sign * (Digit * new Range(1 << shift, 1 << shift));
        return sum;
    }

    private Range LinearBounds(int limb)
    {
        Range sum = new(0, 0);
        foreach (var (factor, number) in limb < 0 ? [] : linear) sum += factor * number.Limbs[limb];
        return sum;
    }

    private Range Value()
    {
        Range sum = new(0, (Curve.R - 1) * Curve.P);
        foreach (var product in products) sum += product.Factor * (product.IsSquare ? product.A.Value.Square() : product.A.Value * product.B.Value);
        sum = scale * sum.ShiftRight(Curve.LimbBits * Curve.LimbCount);
        foreach (var (factor, number) in linear) sum += factor * number.Value;
        // Rounding before scaling could lose less than one unit of each.
        return new(sum.Low, sum.High + scale);
    }

    private static IEnumerable<(int I, int J)> Pairs(int column)
    {
        for (var i = Math.Max(0, column - Curve.LimbCount + 1); i < Curve.LimbCount && i <= column; i++) yield return (i, column - i);
    }
}
