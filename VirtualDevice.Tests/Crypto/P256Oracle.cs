using System.Globalization;
using System.Numerics;

namespace SecureEsp.VirtualDevice.Tests.Crypto;

/// <summary>P-256 by the book, over BigInteger: the oracle, and the maker of the cases that no honest signer produces.</summary>
internal static class P256Oracle
{
    public static readonly BigInteger P = Hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    public static readonly BigInteger N = Hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
    public static readonly BigInteger B = Hex("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");
    public static readonly Point G = new(
        Hex("6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"), Hex("4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5"));

    /// <summary>A point of the curve; infinity is null.</summary>
    public sealed record Point(BigInteger X, BigInteger Y);

    public static BigInteger Mod(BigInteger value, BigInteger modulus) => (value % modulus + modulus) % modulus;

    private static readonly Point[] Powers = PowersOf(G);

    /// <summary>By Euclid's algorithm.</summary>
    public static BigInteger Inverse(BigInteger value, BigInteger prime)
    {
        var (a, b, u, v) = (Mod(value, prime), prime, BigInteger.One, BigInteger.Zero);
        while (a > 1)
        {
            var quotient = BigInteger.DivRem(b, a, out var rest);
            (a, b, u, v) = (rest, a, v - quotient * u, u);
        }

        return Mod(u, prime);
    }

    public static Point Negate(Point a) => new(a.X, Mod(-a.Y, P));

    public static Point? Add(Point? a, Point? b)
    {
        if (a is null || b is null) return a ?? b;
        if (a.X == b.X && a.Y != b.Y) return null;
        var slope = Mod(a.X == b.X ? (3 * a.X * a.X - 3) * Inverse(2 * a.Y, P) : (b.Y - a.Y) * Inverse(b.X - a.X, P), P);
        var x = Mod(slope * slope - a.X - b.X, P);
        return new(x, Mod(slope * (a.X - x) - a.Y, P));
    }

    public static Point? Multiply(BigInteger scalar, Point? point)
    {
        Point? sum = null;
        scalar = Mod(scalar, N);
        for (var i = 0; scalar > 0; scalar >>= 1, i++)
        {
            if (!scalar.IsEven) sum = Add(sum, ReferenceEquals(point, G) ? Powers[i] : point);
            if (!ReferenceEquals(point, G)) point = Add(point, point);
        }

        return sum;
    }

    private static Point[] PowersOf(Point point)
    {
        var powers = new Point[256];
        for (var i = 0; i < powers.Length; i++, point = Add(point, point)!) powers[i] = point;
        return powers;
    }

    /// <summary>FIPS 186-5, 6.4.2, for any r and s.</summary>
    public static bool Verify(Point key, byte[] hash, BigInteger r, BigInteger s)
    {
        if (r <= 0 || r >= N || s <= 0 || s >= N) return false;
        var inverse = Inverse(s, N);
        var sum = Add(Multiply(Number(hash) * inverse, G), Multiply(r * inverse, key));
        return sum is not null && Mod(sum.X, N) == r;
    }

    public static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    public static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    /// <summary>As the firmware has it: nine limbs of 29 bits.</summary>
    public static long[] Limbs(BigInteger number) => [.. Enumerable.Range(0, 9).Select(i => (long)(number >> 29 * i & (1 << 29) - 1))];

    public static BigInteger Value(long[] limbs) => limbs.Reverse().Aggregate(BigInteger.Zero, (value, limb) => (value << 29) + limb);

    public static byte[] Encode(Point point) => [4, .. Bytes(point.X), .. Bytes(point.Y)];

    /// <summary>A signature in DER, of any two numbers.</summary>
    public static byte[] Der(BigInteger r, BigInteger s)
    {
        var content = Integer(r).Concat(Integer(s)).ToArray();
        return [0x30, (byte)content.Length, .. content];
    }

    private static byte[] Integer(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: false, isBigEndian: true);
        return [2, (byte)bytes.Length, .. bytes];
    }

    private static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
