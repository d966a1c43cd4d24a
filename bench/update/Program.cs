using SecureEsp.DeviceApp.Tests.Update;

namespace SecureEsp.UpdateBench
{
    /// <summary>Fuzzes what a device reads of an update. usage: UpdateBench [inputs [seed]]</summary>
    internal static class Program
    {
        private static int Main(string[] args)
        {
            return FuzzProgram.Run("UpdateBench", args, Runs);
        }

        private static FuzzRun[] Runs(uint seed)
        {
            var fuzz = new UpdateFuzz(seed);
            return new[]
            {
                new FuzzRun("manifest", fuzz.Manifest),
                new FuzzRun("signed manifest", fuzz.SignedManifest),
                new FuzzRun("head", fuzz.Head),
                new FuzzRun("key chain", fuzz.KeyChain),
                new FuzzRun("PE image", fuzz.Image),
                new FuzzRun("topic", fuzz.Topic),
                new FuzzRun("DER signature", new DerFuzz(seed).Signature),
            };
        }
    }
}
