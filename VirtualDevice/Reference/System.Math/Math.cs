using System.Runtime.CompilerServices;

namespace System
{
    /// <summary>Mathematical functions.</summary>
    public static partial class Math
    {
        /// <summary>The ratio of a circle's circumference to its diameter.</summary>
        public const double PI = 3.141592653589793;

        /// <summary>The base of natural logarithms.</summary>
        public const double E = 2.718281828459045;

        /// <summary>Arc cosine.</summary>
        /// <param name="d">-1 to 1; otherwise nan.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Acos(double d);

        /// <summary>Arc sine.</summary>
        /// <param name="d">-1 to 1; otherwise nan.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Asin(double d);

        /// <summary>Arc tangent.</summary>
        /// <param name="d">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Atan(double d);

        /// <summary>Cube root.</summary>
        /// <param name="d">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Cbrt(double d);

        /// <summary>The smallest whole number that is not below the value.</summary>
        /// <param name="d">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Ceiling(double d);

        /// <summary>Cosine.</summary>
        /// <param name="a">Radians.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Cos(double a);

        /// <summary>Hyperbolic cosine.</summary>
        /// <param name="value">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Cosh(double value);

        /// <summary>e to a power.</summary>
        /// <param name="d">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Exp(double d);

        /// <summary>The largest whole number that is not above the value.</summary>
        /// <param name="d">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Floor(double d);

        /// <summary>Natural logarithm.</summary>
        /// <param name="d">Above 0; otherwise nan or minus infinity.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Log(double d);

        /// <summary>Decimal logarithm.</summary>
        /// <param name="d">Above 0; otherwise nan or minus infinity.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Log10(double d);

        /// <summary>The nearest whole number; halves to the even one.</summary>
        /// <param name="a">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Round(double a);

        /// <summary>Sine.</summary>
        /// <param name="a">Radians.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Sin(double a);

        /// <summary>Hyperbolic sine.</summary>
        /// <param name="value">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Sinh(double value);

        /// <summary>Square root.</summary>
        /// <param name="d">0 or above; otherwise nan.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Sqrt(double d);

        /// <summary>Tangent.</summary>
        /// <param name="a">Radians.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Tan(double a);

        /// <summary>Hyperbolic tangent.</summary>
        /// <param name="value">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Tanh(double value);

        /// <summary>The whole part.</summary>
        /// <param name="d">Any.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Truncate(double d);

        /// <summary>The angle of the point (x, y), in radians.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Atan2(double y, double x);

        /// <summary>x - y * n, n being the whole number nearest to x / y.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double IEEERemainder(double x, double y);

        /// <summary>x to the power of y.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Pow(double x, double y);
    }
}
