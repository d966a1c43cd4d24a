using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Text for the test's log.</summary>
    public static class OutputHelper
    {
        /// <summary>Writes a text.</summary>
        public static void Write(string message)
        {
            Console.Write(message);
        }

        /// <summary>Writes a line.</summary>
        public static void WriteLine(string message)
        {
            Console.WriteLine(message);
        }
    }
}
