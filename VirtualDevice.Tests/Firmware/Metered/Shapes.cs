using System;

namespace Metered
{
    public static class Shapes
    {
        private static int _value;

        public static int StraightLine(int a, int b)
        {
            return a + b;
        }

        public static int Loop(int times)
        {
            int sum = 0;
            for (int i = 0; i < times; i++) { sum += i; }
            return sum;
        }

        public static int Choose(int which)
        {
            switch (which)
            {
                case 0: return 10;
                case 1: return 11;
                case 2: return _value + 12;
                default: return -1;
            }
        }

        public static int Catch(bool fail)
        {
            try
            {
                Fail(fail);
                return 1;
            }
            catch (InvalidOperationException)
            {
                return 2;
            }
            finally
            {
                _value = 3;
            }
        }

        public static int Recurse(int depth)
        {
            return depth == 0 ? 0 : Recurse(depth - 1) + 1;
        }

        /// <summary>The call in the middle of the loop's body throws the third time: what follows it ran twice.</summary>
        public static void LeaveLoopByException()
        {
            try
            {
                for (int i = 0; ; i++)
                {
                    Fail(i == 2);
                    _value = i;
                }
            }
            catch (InvalidOperationException)
            {
            }
        }

        private static void Fail(bool fail)
        {
            if (fail) { throw new InvalidOperationException(); }
        }
    }
}
