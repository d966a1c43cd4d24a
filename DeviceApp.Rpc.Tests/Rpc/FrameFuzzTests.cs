using nanoFramework.TestFramework;

namespace SecureEsp.DeviceApp.Tests.Rpc
{
    /// <summary>A few thousand frames; bench/rpc makes millions.</summary>
    [TestClass]
    public class FrameFuzzTests
    {
        [TestMethod]
        public void Frames()
        {
            var fuzz = new FrameFuzz(4);
            var seen = new bool[1000];
            var different = 0;
            for (var i = 0; i < 3000; i++)
            {
                var end = fuzz.Frame();
                different += seen[end] ? 0 : 1;
                seen[end] = true;
            }

            Assert.IsTrue(different >= 6, "only " + different.ToString() + " different ends");
        }
    }
}
