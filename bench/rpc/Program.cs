using SecureEsp.DeviceApp.Tests.Json;
using SecureEsp.DeviceApp.Tests.Rpc;
using SecureEsp.UpdateBench;

namespace SecureEsp.RpcBench
{
    /// <summary>Fuzzes what a device reads of a call. usage: RpcBench [inputs [seed]]</summary>
    internal static class Program
    {
        private static int Main(string[] args)
        {
            return FuzzProgram.Run("RpcBench", args, Runs);
        }

        private static FuzzRun[] Runs(uint seed)
        {
            var fuzz = new JsonFuzz(seed);
            var opinion = new SecondOpinion(fuzz);
            return new[]
            {
                new FuzzRun("well-formed", () => opinion.Of(fuzz.WellFormed)),
                new FuzzRun("damaged", () => opinion.Of(fuzz.Damaged)),
                new FuzzRun("noise", () => opinion.Of(fuzz.Noise)),
                new FuzzRun("frame", new FrameFuzz(seed).Frame),
            };
        }
    }
}
