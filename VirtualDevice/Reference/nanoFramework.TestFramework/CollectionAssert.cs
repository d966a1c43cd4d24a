using System;
using System.Collections;

namespace nanoFramework.TestFramework
{
    /// <summary>Assertions about collections.</summary>
    public sealed class CollectionAssert
    {
        /// <summary>Fails unless the collection is empty.</summary>
        public static void Empty(ICollection collection, string message = "")
        {
            Assert.RequireValue(collection, nameof(collection), "CollectionAssert.Empty");
            Assert.Require(collection.Count == 0, "CollectionAssert.Empty", message);
        }

        /// <summary>Fails if the collection is empty.</summary>
        public static void NotEmpty(ICollection collection, string message = "")
        {
            Assert.RequireValue(collection, nameof(collection), "CollectionAssert.NotEmpty");
            Assert.Require(collection.Count != 0, "CollectionAssert.NotEmpty", message);
        }

        /// <summary>Fails unless both have equal elements in the same order. As in the library, two collections that are equal pass and everything else fails.</summary>
        public static void AreEqual(ICollection expected, ICollection actual, string message = "")
        {
            string difference = Difference(expected, actual);
            Assert.Require(difference == null, "CollectionAssert.AreEqual", message + "(" + difference + ")");
        }

        /// <summary>Fails if both have equal elements in the same order.</summary>
        public static void AreNotEqual(ICollection notExpected, ICollection actual, string message = "")
        {
            Assert.Require(Difference(notExpected, actual) != null, "CollectionAssert.AreNotEqual", message + "(Both collections have the same elements.)");
        }

        private static string Difference(ICollection expected, ICollection actual)
        {
            if (expected == actual)
            {
                return null;
            }

            if (expected == null || actual == null)
            {
                return "One collection is null.";
            }

            if (expected.Count != actual.Count)
            {
                return "Different number of elements.";
            }

            IEnumerator left = expected.GetEnumerator();
            IEnumerator right = actual.GetEnumerator();
            for (int index = 0; left.MoveNext() && right.MoveNext(); index++)
            {
                if (!object.Equals(left.Current, right.Current))
                {
                    return $"Elements at index {index} differ. Expected:<{Assert.Text(left.Current)}>. Actual:<{Assert.Text(right.Current)}>.";
                }
            }

            return null;
        }
    }
}
