using nanoFramework.TestFramework;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Random bytes and changed copies, a few thousand of each kind; bench/update runs millions.</summary>
    [TestClass]
    public class FuzzTests
    {
        private const int Inputs = 3000;

        private delegate int One();

        [TestMethod]
        public void Manifests()
        {
            Run(new UpdateFuzz(1).Manifest, 10);
        }

        [TestMethod]
        public void Signed_manifests()
        {
            Run(new UpdateFuzz(2).SignedManifest, 15);
        }

        [TestMethod]
        public void Heads()
        {
            Run(new UpdateFuzz(3).Head, 10);
        }

        [TestMethod]
        public void Key_chains()
        {
            Run(new UpdateFuzz(4).KeyChain, 10);
        }

        [TestMethod]
        public void Images()
        {
            Run(new UpdateFuzz(5).Image, 12);
        }

        [TestMethod]
        public void Topics()
        {
            Run(new UpdateFuzz(6).Topic, 7);
        }

        [TestMethod]
        public void Signatures()
        {
            Run(new DerFuzz(7).Signature, 8);
        }

        // Inputs that all end at the same check would prove little: so many different ends must be seen.
        private static void Run(One one, int ends)
        {
            var seen = new bool[1000];
            var different = 0;
            for (var i = 0; i < Inputs; i++)
            {
                var reason = one();
                different += seen[reason] ? 0 : 1;
                seen[reason] = true;
            }

            Assert.IsTrue(different >= ends, "only " + different.ToString() + " different ends");
        }
    }
}
