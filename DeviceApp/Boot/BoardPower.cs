using System.Threading;
using nanoFramework.Runtime.Native;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>The board.</summary>
    public sealed class BoardPower : IPower
    {
        private const int HandlersLimitMs = 1000;
        private const int RebootLimitMs = 10000;

        /// <inheritdoc/>
        public uint FreeHeap
        {
            get { return GC.Run(false); }
        }

        /// <inheritdoc/>
        public void Reboot()
        {
            // Without a limit a handler of the application could hold it up for ever.
            Power.RebootDevice(HandlersLimitMs, RebootOption.NormalReboot);
            Thread.Sleep(RebootLimitMs);
            throw new System.InvalidOperationException("the board has not rebooted");
        }
    }
}
