using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Puts the real parts of remote calls together.</summary>
    public static class RpcComposition
    {
        /// <summary>Makes <see cref="Device.Rpc"/>, and lets the broker session hear calls.</summary>
        /// <returns>The flash as callers see it.</returns>
        public static IRpcFiles AddTo(Device device)
        {
            var settings = new StoredSettings(device.Settings, device.Store, device.SettingsFile);
            var system = new DeviceSystem(device);
            var server = new RpcServer(device.Settings.DeviceId, new RpcConsoleLog(device.Console));
            ListMethods.AddTo(server);
            new SystemMethods(system).AddTo(server);
            var files = new FlashFiles(settings);
            new FileMethods(files).AddTo(server);
            new ConfigMethods(settings, system).AddTo(server);
            new WifiMethods(new WifiScanner()).AddTo(server);
            new UpdateMethods(new UpdateAccess(device)).AddTo(server);
            device.Rpc = server;
            device.Session.Add(new RpcMessages(device, server));
            return files;
        }
    }
}
