using System;
using System.Globalization;
using SecureEsp.DeviceApp.Tests.Json;
using SecureEsp.DeviceApp.Tests.Rpc;
using SecureEsp.UpdateBench;

namespace SecureEsp.RpcBench
{
    /// <summary>
    /// usage: RpcBench [inputs [seed]]     inputs of each kind, 1,000,000 without; exit: 0 nothing escaped, 1 an exception, a difference or a hang, 2 wrong usage
    /// </summary>
    internal static class Program
    {
        private static int Main(string[] args)
        {
            var inputs = 1_000_000;
            uint seed = 1;
            if (args.Length > 2 || (args.Length > 0 && !TryNumber(args[0], out inputs)) || (args.Length > 1 && !uint.TryParse(args[1], out seed)) || seed == 0)
            {
                Console.Error.WriteLine("error: the number of inputs and the seed are whole numbers above 0");
                Console.Error.WriteLine("hint: RpcBench, or RpcBench 1000000 7");
                return 2;
            }

            var fuzz = new JsonFuzz(seed);
            var opinion = new SecondOpinion(fuzz);
            var runs = new[]
            {
                new FuzzRun("well-formed", () => opinion.Of(fuzz.WellFormed)),
                new FuzzRun("damaged", () => opinion.Of(fuzz.Damaged)),
                new FuzzRun("noise", () => opinion.Of(fuzz.Noise)),
                new FuzzRun("frame", new FrameFuzz(seed).Frame),
            };
            var good = true;
            foreach (var run in runs)
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
