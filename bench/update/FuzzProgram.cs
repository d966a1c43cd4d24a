using System;
using System.Globalization;

namespace SecureEsp.UpdateBench
{
    /// <summary>
    /// The command line of a fuzz: <c>[inputs [seed]]</c>, inputs of each kind, 1,000,000 without.
    /// Exit: 0 nothing escaped, 1 an exception, a difference or a hang, 2 wrong usage.
    /// </summary>
    internal static class FuzzProgram
    {
        /// <param name="name">The program's.</param>
        /// <param name="runs">Makes the kinds of a seed.</param>
        public static int Run(string name, string[] args, Func<uint, FuzzRun[]> runs)
        {
            var inputs = 1_000_000;
            uint seed = 1;
            if (args.Length > 2 || (args.Length > 0 && !TryNumber(args[0], out inputs)) || (args.Length > 1 && !uint.TryParse(args[1], out seed)) || seed == 0)
            {
                Console.Error.WriteLine("error: the number of inputs and the seed are whole numbers above 0");
                Console.Error.WriteLine($"hint: {name}, or {name} 1000000 7");
                return 2;
            }

            var good = true;
            foreach (var run in runs(seed))
            {
                good &= run.Run(inputs);
            }

            return good ? 0 : 1;
        }

        private static bool TryNumber(string text, out int number)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
        }
    }
}
