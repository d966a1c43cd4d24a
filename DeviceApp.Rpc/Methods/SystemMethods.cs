namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Sys.*: what the device is, and its restart.</summary>
    public sealed class SystemMethods
    {
        private const int MaxDelayMs = 60000;
        private const int StandardDelayMs = 100;

        private readonly IRpcSystem _system;

        /// <summary>Over this device.</summary>
        public SystemMethods(IRpcSystem system)
        {
            _system = system;
        }

        /// <summary>Adds them.</summary>
        public void AddTo(RpcServer server)
        {
            server.AddReading("Sys.GetInfo", "", GetInfo);
            server.Add("Sys.Reboot", "{delay_ms: %d}", call => _system.Reboot(call.Number("delay_ms", 0, MaxDelayMs, StandardDelayMs)));
        }

        private void GetInfo(RpcCall call)
        {
            var info = _system.Read();
            var result = call.Result;
            result.BeginObject();
            result.Text("id", info.Id);
            result.Text("app", info.App);
            result.Text("fw_version", info.Version);
            result.Text("fw_id", info.FirmwareId);
            result.Text("application", info.Application);
            result.Text("mac", info.Mac);
            result.Text("arch", info.Architecture);
            result.Number("uptime", info.Uptime);
            result.Number("ram_size", info.RamSize);
            result.Number("ram_free", info.RamFree);
            result.Number("ram_min_free", info.RamMinFree);

            // The driver of an ESP32 tells neither.
            result.Text("fs_size", null);
            result.Text("fs_free", null);
            result.Name("wifi");
            result.BeginObject();
            result.Text("sta_ip", info.StationAddress ?? "");
            result.Text("ap_ip", info.AccessPointAddress ?? "");
            result.Text("status", info.StationAddress == null ? "disconnected" : "got ip");
            result.Text("ssid", info.Ssid ?? "");
            result.EndObject();
            result.EndObject();
        }
    }
}
