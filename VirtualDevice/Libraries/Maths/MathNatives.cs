using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Maths;

/// <summary>Host side of System.Math. Where the library has one for float as well, the same serves both: the desktop's CLR widens and narrows.</summary>
[Natives("System.Math", "System.Math")]
internal static class MathNatives
{
    public static double Abs(double value) => Math.Abs(value);

    public static double Max(double a, double b) => Math.Max(a, b);

    public static double Min(double a, double b) => Math.Min(a, b);

    public static int Sign(double value) => value > 0 ? 1 : value < 0 ? -1 : 0;

    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    public static double IEEERemainder(double x, double y) => Math.IEEERemainder(x, y);

    public static double Pow(double x, double y) => Math.Pow(x, y);

    public static double Acos(double value) => Math.Acos(value);

    public static double Asin(double value) => Math.Asin(value);

    public static double Atan(double value) => Math.Atan(value);

    public static double Cbrt(double value) => Math.Cbrt(value);

    public static double Ceiling(double value) => Math.Ceiling(value);

    public static double Cos(double value) => Math.Cos(value);

    public static double Cosh(double value) => Math.Cosh(value);

    public static double Exp(double value) => Math.Exp(value);

    public static double Floor(double value) => Math.Floor(value);

    public static double Log(double value) => Math.Log(value);

    public static double Log10(double value) => Math.Log10(value);

    public static double Round(double value) => Math.Round(value);

    public static double Sin(double value) => Math.Sin(value);

    public static double Sinh(double value) => Math.Sinh(value);

    public static double Sqrt(double value) => Math.Sqrt(value);

    public static double Tan(double value) => Math.Tan(value);

    public static double Tanh(double value) => Math.Tanh(value);

    public static double Truncate(double value) => Math.Truncate(value);
}
