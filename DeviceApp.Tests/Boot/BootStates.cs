using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Tests.Fakes;

namespace SecureEsp.DeviceApp.Tests.Boot
{
    /// <summary>What the tests of all states ask.</summary>
    internal static class BootStates
    {
        /// <summary>Runs a state.</summary>
        /// <returns>The next one's name.</returns>
        public static string Next(FakeBoard board, IBootState state)
        {
            return state.Run(board.Device).Name;
        }

        /// <summary>Fails unless the console has shown a text.</summary>
        public static void Shows(FakeBoard board, string text)
        {
            Assert.IsTrue(board.Console.Shown.IndexOf(text) >= 0, board.Console.Shown);
        }
    }
}
