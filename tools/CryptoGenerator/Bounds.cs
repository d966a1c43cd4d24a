using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>Least and greatest value of a number.</summary>
internal readonly record struct Range(BigInteger Low, BigInteger High)
{
    public static Range operator +(Range a, Range b) => new(a.Low + b.Low, a.High + b.High);

    public static Range operator -(Range a, Range b) => new(a.Low - b.High, a.High - b.Low);

    public static Range operator *(int factor, Range a) => factor < 0 ? new(factor * a.High, factor * a.Low) : new(factor * a.Low, factor * a.High);

    public static Range operator *(Range a, Range b)
    {
        BigInteger[] corners = [a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High];
        return new(corners.Min(), corners.Max());
    }

    public bool Contains(Range other) => Low <= other.Low && other.High <= High;

    /// <summary>The quotient by 2^bits, rounded down as a shift to the right does it.</summary>
    public Range ShiftRight(int bits) => new(Low >> bits, High >> bits);

    public static Range operator /(Range a, BigInteger by) => new(a.Low / by, a.High / by);

    public Range Square() => Low <= 0 && High >= 0 ? new(0, BigInteger.Max(Low * Low, High * High)) : this * this;
}

/// <summary>A number of the field in nine variables NAME0 to NAME8, with what is known of its size.</summary>
/// <param name="Name">One letter.</param>
/// <param name="Limbs">Of each limb.</param>
/// <param name="Value">Of the whole number.</param>
internal sealed record FieldNumber(string Name, IReadOnlyList<Range> Limbs, Range Value)
{
    private static readonly Range Digit = new(0, (1 << Curve.LimbBits) - 1);

    /// <summary>Limbs of 29 bits but for the highest, which holds the rest and the sign.</summary>
    public static FieldNumber Normal(string name, Range value)
    {
        var top = value.ShiftRight(Curve.LimbBits * (Curve.LimbCount - 1));
        return new(name, [.. Enumerable.Repeat(Digit, Curve.LimbCount - 1), top], value);
    }

    /// <summary>Within so many times p, on either side of 0.</summary>
    public static FieldNumber Within(string name, int primes) => Normal(name, new(-primes * Curve.P, primes * Curve.P));

    public FieldNumber Times(int factor) => this with { Limbs = [.. Limbs.Select(l => factor * l)], Value = factor * Value };
}
