using System.Globalization;
using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>P-256 (SEC 2, 2.4.2; FIPS 186-4, D.1.2.3) and the form in which the firmware has its numbers.</summary>
internal static class Curve
{
    public const int LimbBits = 29;
    public const int LimbCount = 9;

    public static readonly BigInteger P = Hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    public static readonly BigInteger N = Hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
    public static readonly BigInteger B = Hex("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");
    public static readonly BigInteger Gx = Hex("6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296");
    public static readonly BigInteger Gy = Hex("4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");

    /// <summary>Montgomery's R.</summary>
    public static readonly BigInteger R = BigInteger.One << (LimbBits * LimbCount);

    public static BigInteger Inverse(BigInteger value, BigInteger prime) => BigInteger.ModPow(value, prime - 2, prime);

    /// <summary>A number of the field as the firmware computes with it.</summary>
    public static BigInteger Montgomery(BigInteger value) => value * R % P;

    public static IEnumerable<long> Limbs(BigInteger value)
    {
        for (var i = 0; i < LimbCount; i++) yield return (long)((value >> (LimbBits * i)) & ((1 << LimbBits) - 1));
    }

    /// <summary>The sum of two different points, neither of which is the other's negative; or the double of one.</summary>
    public static (BigInteger X, BigInteger Y) Add((BigInteger X, BigInteger Y) a, (BigInteger X, BigInteger Y) b)
    {
        var slope = a == b ? (3 * a.X * a.X - 3) * Inverse(2 * a.Y, P) : (b.Y - a.Y) * Inverse(Modulo(b.X - a.X), P);
        var x = Modulo(slope * slope - a.X - b.X);
        return (x, Modulo(slope * (a.X - x) - a.Y));
    }

    private static BigInteger Modulo(BigInteger value) => (value % P + P) % P;

    private static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
