using System;
using System.Text;
using TestFrameworkShared;

namespace nanoFramework.TestFramework
{
    /// <summary>Assertions: each fails with an <see cref="AssertFailedException"/> that says what was expected.</summary>
    public sealed partial class Assert
    {
        /// <summary>Fails unless the condition holds.</summary>
        public static void IsTrue(bool condition, string message = "") => Require(condition, "Assert.IsTrue", message);

        /// <summary>Fails if the condition holds.</summary>
        public static void IsFalse(bool condition, string message = "") => Require(!condition, "Assert.IsFalse", message);

        /// <summary>Fails unless there is nothing.</summary>
        public static void IsNull(object value, string message = "") => Require(value == null, "Assert.IsNull", message);

        /// <summary>Fails if there is nothing.</summary>
        public static void IsNotNull(object value, string message = "") => Require(value != null, "Assert.IsNotNull", message);

        /// <summary>Fails unless both are one object.</summary>
        public static void AreSame(object expected, object actual, string message = "")
        {
            Require(ReferenceEquals(expected, actual), "Assert.AreSame", message);
        }

        /// <summary>Fails if both are one object.</summary>
        public static void AreNotSame(object notExpected, object actual, string message = "")
        {
            Require(!ReferenceEquals(notExpected, actual), "Assert.AreNotSame", message);
        }

        /// <summary>Fails unless the object is of exactly that type.</summary>
        public static void IsInstanceOfType(object value, Type expected, string message = "")
        {
            RequireValue(expected, nameof(expected), "Assert.IsInstanceOfType");
            Type actual = value == null ? null : value.GetType();
            Require(expected == actual, "Assert.IsInstanceOfType", $"Expected type:<{expected}>. Actual type:<{Text(actual)}>. {Text(message)}");
        }

        /// <summary>Fails if the object is of exactly that type.</summary>
        public static void IsNotInstanceOfType(object value, Type notExpected, string message = "")
        {
            RequireValue(notExpected, nameof(notExpected), "Assert.IsNotInstanceOfType");
            bool wrong = value != null && notExpected == value.GetType();
            Require(!wrong, "Assert.IsNotInstanceOfType", $"Wrong type:<{notExpected}>. {Text(message)}");
        }

        /// <summary>Fails unless the text contains the other.</summary>
        public static void Contains(string expected, string value, string message = "")
        {
            RequireValues(expected, value, "Assert.Contains");
            Require(value.Contains(expected), "Assert.Contains", $"'{value}' does not contain '{expected}'. {Text(message)}");
        }

        /// <summary>Fails if the text contains the other.</summary>
        public static void DoesNotContains(string notExpected, string value, string message = "")
        {
            RequireValues(notExpected, value, "Assert.DoesNotContains");
            Require(!value.Contains(notExpected), "Assert.DoesNotContains", $"'{value}' contains '{notExpected}'. {Text(message)}");
        }

        /// <summary>Fails unless the text starts with the other.</summary>
        public static void StartsWith(string expected, string value, string message = "")
        {
            RequireValues(expected, value, "Assert.StartsWith");
            Require(value.StartsWith(expected), "Assert.StartsWith", $"'{value}' does not start with '{expected}'. {Text(message)}");
        }

        /// <summary>Fails unless the text ends with the other.</summary>
        public static void EndsWith(string expected, string value, string message = "")
        {
            RequireValues(expected, value, "Assert.EndsWith");
            Require(value.EndsWith(expected), "Assert.EndsWith", $"'{value}' does not end with '{expected}'. {Text(message)}");
        }

        /// <summary>Fails unless the action throws an exception of exactly that type.</summary>
        public static void ThrowsException(Type exception, Action action, string message = "")
        {
            RequireValue(action, nameof(action), "Assert.ThrowsException");
            RequireValue(exception, nameof(exception), "Assert.ThrowsException");
            Exception thrown = null;
            try
            {
                action();
            }
            catch (Exception e)
            {
                thrown = e;
            }

            Require(thrown != null, "Assert.ThrowsException", $"No exception thrown, {exception.Name} was expected. {Text(message)}");
            Require(
                thrown.GetType() == exception,
                "Assert.ThrowsException",
                $"{thrown.GetType().Name} thrown, {exception.Name} was expected. {Text(message)} Its message: {thrown.Message}");
        }

        /// <summary>Ends the test without a verdict.</summary>
        /// <exception cref="SkipTestException">Always.</exception>
        public static void SkipTest(string message = null)
        {
            throw new SkipTestException(message);
        }

        internal static void Require(bool holds, string assertion, string message)
        {
            if (!holds)
            {
                throw new AssertFailedException(assertion + " failed. " + Text(message));
            }
        }

        internal static void RequireValue(object value, string name, string assertion)
        {
            Require(value != null, assertion, "The parameter '" + name + "' is invalid. The value cannot be null.");
        }

        // A NUL would end the text on the device.
        internal static string Text(object value)
        {
            if (value == null)
            {
                return "(null)";
            }

            StringBuilder text = new StringBuilder();
            foreach (char c in value.ToString() ?? "(object)")
            {
                text.Append(c == '\0' ? "\\0" : c.ToString());
            }

            return text.ToString();
        }

        private static void RequireValues(string expected, string value, string assertion)
        {
            RequireValue(expected, nameof(expected), assertion);
            RequireValue(value, nameof(value), assertion);
        }
    }
}
