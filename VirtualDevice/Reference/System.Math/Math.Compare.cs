using System.Runtime.CompilerServices;

namespace System
{
    /// <content>Comparisons.</content>
    public static partial class Math
    {
        /// <summary>The value without its sign.</summary>
        /// <returns>For <see cref="int.MinValue"/> that value itself: nothing overflows on the device.</returns>
        public static int Abs(int val) => val >= 0 ? val : unchecked(-val);

        /// <summary>The value without its sign.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Abs(double value);

        /// <summary>The value without its sign.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern float Abs(float value);

        /// <summary>The value, or the bound that it is beyond.</summary>
        /// <exception cref="ArgumentException"><paramref name="min"/> is above <paramref name="max"/>.</exception>
        public static double Clamp(double value, double min, double max)
        {
            if (min > max)
            {
                throw new ArgumentException();
            }

            return value < min ? min : value > max ? max : value;
        }

        /// <summary>The value, or the bound that it is beyond.</summary>
        /// <exception cref="ArgumentException"><paramref name="min"/> is above <paramref name="max"/>.</exception>
        public static long Clamp(long value, long min, long max)
        {
            if (min > max)
            {
                throw new ArgumentException();
            }

            return value < min ? min : value > max ? max : value;
        }

        /// <summary>The value, or the bound that it is beyond.</summary>
        /// <exception cref="ArgumentException"><paramref name="min"/> is above <paramref name="max"/>.</exception>
        public static float Clamp(float value, float min, float max)
        {
            if (min > max)
            {
                throw new ArgumentException();
            }

            return value < min ? min : value > max ? max : value;
        }

        /// <summary>The value, or the bound that it is beyond.</summary>
        /// <exception cref="ArgumentException"><paramref name="min"/> is above <paramref name="max"/>.</exception>
        public static ulong Clamp(ulong value, ulong min, ulong max)
        {
            if (min > max)
            {
                throw new ArgumentException();
            }

            return value < min ? min : value > max ? max : value;
        }

        /// <summary>The larger value.</summary>
        public static int Max(int val1, int val2) => val1 >= val2 ? val1 : val2;

        /// <summary>The larger value.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Max(double val1, double val2);

        /// <summary>The larger value.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern float Max(float val1, float val2);

        /// <summary>The smaller value.</summary>
        public static int Min(int val1, int val2) => val1 <= val2 ? val1 : val2;

        /// <summary>The smaller value.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern double Min(double val1, double val2);

        /// <summary>The smaller value.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern float Min(float val1, float val2);

        /// <summary>-1, 0 or 1.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern int Sign(double value);

        /// <summary>-1, 0 or 1.</summary>
        public static int Sign(float value) => value < 0 ? -1 : value > 0 ? 1 : 0;
    }
}
