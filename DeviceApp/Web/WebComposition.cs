using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Puts the device's own server together.</summary>
    public static class WebComposition
    {
        private const string Folder = "www";
        private const int Places = 4;

        /// <summary>Makes <see cref="Device.Web"/>.</summary>
        /// <param name="files">Knows which files nobody is shown.</param>
        public static void AddTo(Device device, IRpcFiles files)
        {
            // Asked in this order: the first that answers has answered.
            var handlers = new IWebHandler[]
            {
                new RpcHandler(device.Rpc),
                new LogHandler(device.Recent),
                new FileHandler(new FlashWebFiles(Folder, files), null),
                new FileHandler(new BuiltInFiles(), BuiltInFiles.Policy)
            };
            device.Web = new WebServer(device.Settings, handlers, Places, device.Clock, device.Console);
        }
    }
}
