using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Puts the device's own server together.</summary>
    public static class WebComposition
    {
        private const string Folder = "I:\\www";

        /// <summary>Makes <see cref="Device.Web"/>.</summary>
        public static void AddTo(Device device)
        {
            // Asked in this order: the first that answers has answered.
            var handlers = new IWebHandler[]
            {
                new RpcHandler(device.Rpc),
                new LogHandler(device.Recent),
                new FileHandler(new FlashWebFiles(Folder), null),
                new FileHandler(new BuiltInFiles(), BuiltInFiles.Policy)
            };
            device.Web = new WebServer(device.Settings, handlers, device.Clock, device.Console);
        }
    }
}
