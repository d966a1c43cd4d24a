using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>The numbers of the curve. Methods instead of fields: an array takes heap while it is used, not from boot on.</summary>
internal static class ConstantsSource
{
    public static string Text()
    {
        var source = new SourceText();
        source.Open("namespace SecureEsp.DeviceApp.Crypto");
        source.Line("/// <summary>Numbers of the curve P-256 (SEC 2, 2.4.2), as nine limbs of 29 bits. R is 2^261.</summary>");
        source.Open("internal static class P256Numbers");
        source.Line("/// <summary>-1 / n modulo 2^29.</summary>");
        var inverse = BigInteger.ModPow(Curve.N, (BigInteger.One << (Curve.LimbBits - 1)) - 1, BigInteger.One << Curve.LimbBits);
        source.Line($"public const long NegativeInverseOfN = {(BigInteger.One << Curve.LimbBits) - inverse};");
        Number(source, "P", "The prime p of the field.", Curve.P);
        Number(source, "N", "The order n of the group.", Curve.N);
        Number(source, "RModN", "R modulo n.", Curve.R % Curve.N);
        Number(source, "RSquaredModP", "R · R modulo p.", Curve.R * Curve.R % Curve.P);
        Number(source, "RCubedModP", "R · R · R modulo p.", Curve.R * Curve.R * Curve.R % Curve.P);
        Number(source, "RSquaredModN", "R · R modulo n.", Curve.R * Curve.R % Curve.N);
        Number(source, "B", "The curve's b times R, modulo p.", Curve.Montgomery(Curve.B));
        Number(source, "GX", "The base point's x times R, modulo p.", Curve.Montgomery(Curve.Gx));
        Number(source, "GY", "The base point's y times R, modulo p.", Curve.Montgomery(Curve.Gy));
        source.Close(2);
        return source.ToString();
    }

    private static void Number(SourceText source, string name, string summary, BigInteger value)
    {
        source.Line();
        source.Line($"/// <summary>{summary}</summary>");
        source.Line($"public static long[] {name}()");
        source.Line("{");
        source.Line($"return new long[] {{ {string.Join(", ", Curve.Limbs(value))} }};");
        source.Line("}");
    }
}
