using System;

namespace nanoFramework.TestFramework
{
    /// <content>Equality.</content>
    public sealed partial class Assert
    {
        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(bool expected, bool actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(byte expected, byte actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(char expected, char actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(DateTime expected, DateTime actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(double expected, double actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(float expected, float actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(int expected, int actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(long expected, long actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(object expected, object actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(sbyte expected, sbyte actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(short expected, short actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(string expected, string actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(uint expected, uint actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(ulong expected, ulong actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails unless both are equal.</summary>
        public static void AreEqual(ushort expected, ushort actual, string message = "") => CheckEqual(expected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(bool notExpected, bool actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(byte notExpected, byte actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(char notExpected, char actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(DateTime notExpected, DateTime actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(double notExpected, double actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(float notExpected, float actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(int notExpected, int actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(long notExpected, long actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(object notExpected, object actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(sbyte notExpected, sbyte actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(short notExpected, short actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(string notExpected, string actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(uint notExpected, uint actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(ulong notExpected, ulong actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        /// <summary>Fails if both are equal.</summary>
        public static void AreNotEqual(ushort notExpected, ushort actual, string message = "") => CheckNotEqual(notExpected, actual, message);

        private static void CheckEqual(object expected, object actual, string message)
        {
            Require(Equals(expected, actual), "Assert.AreEqual", $"Expected:<{Text(expected)}>. Actual:<{Text(actual)}>. {Text(message)}");
        }

        private static void CheckNotEqual(object notExpected, object actual, string message)
        {
            Require(!Equals(notExpected, actual), "Assert.AreNotEqual", $"Expected any value except:<{Text(notExpected)}>. Actual:<{Text(actual)}>. {Text(message)}");
        }
    }
}
