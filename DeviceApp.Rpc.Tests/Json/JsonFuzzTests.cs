using nanoFramework.TestFramework;

namespace SecureEsp.DeviceApp.Tests.Json
{
    /// <summary>A few thousand texts of each kind; bench/rpc makes millions, with a second reader's opinion.</summary>
    [TestClass]
    public class JsonFuzzTests
    {
        private const int Inputs = 3000;

        private delegate int One();

        [TestMethod]
        public void Well_formed_texts()
        {
            Run(new JsonFuzz(1).WellFormed, 1);
        }

        [TestMethod]
        public void Damaged_texts()
        {
            Run(new JsonFuzz(2).Damaged, 8);
        }

        [TestMethod]
        public void Noise()
        {
            Run(new JsonFuzz(3).Noise, 5);
        }

        // Inputs that all end at the same check would prove little: so many different ends must be seen.
        private static void Run(One one, int ends)
        {
            var seen = new bool[20];
            var different = 0;
            for (var i = 0; i < Inputs; i++)
            {
                var end = one();
                different += seen[end] ? 0 : 1;
                seen[end] = true;
            }

            Assert.IsTrue(different >= ends, "only " + different.ToString() + " different ends");
        }
    }
}
