using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Comparing arrays.</summary>
    public static class TestExtensions
    {
        /// <summary>Whether both have equal elements of the same types; false if one is null.</summary>
        public static bool SequenceEqual(this Array a, Array b)
        {
            if (a == null || b == null || a.Length != b.Length)
            {
                return false;
            }

            for (int i = 0; i < a.Length; i++)
            {
                object left = a.GetValue(i);
                object right = b.GetValue(i);
                bool same = left is ValueType ? left.Equals(right) : left == right;
                if (!same)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
