using System.Numerics;

namespace SecureEsp.CryptoGenerator;

/// <summary>The odd multiples of the base point, from 1 to 127 times: x and twice y.</summary>
internal static class BasePointsSource
{
    private const int Points = 64;

    public static string Text()
    {
        var source = new SourceText();
        source.Open("namespace SecureEsp.DeviceApp.Crypto");
        source.Line("/// <summary>Multiples of the base point of P-256.</summary>");
        source.Open("internal static class P256BasePoints");
        source.Line($"/// <summary>{Points} points, 1, 3, 5 … {2 * Points - 1} times G: nine limbs of x, nine of twice y, times R modulo p. {4 * 18 * Points} bytes of heap while it is used.</summary>");
        source.Open("public static int[] Table()");
        source.Line("return new int[]");
        source.Line("{");
        var twice = Curve.Add((Curve.Gx, Curve.Gy), (Curve.Gx, Curve.Gy));
        var point = (X: Curve.Gx, Y: Curve.Gy);
        for (var i = 0; i < Points; i++)
        {
            source.Line(string.Join(", ", Limbs(point.X).Concat(Limbs(2 * point.Y))) + (i < Points - 1 ? "," : ""));
            if (i < Points - 1) point = Curve.Add(point, twice);
        }

        source.Line("};");
        source.Close(3);
        return source.ToString();
    }

    private static IEnumerable<long> Limbs(BigInteger coordinate) => Curve.Limbs(Curve.Montgomery(coordinate));
}
