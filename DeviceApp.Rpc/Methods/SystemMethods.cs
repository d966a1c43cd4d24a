using SecureEsp.DeviceApp.Formats.Json;

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
            Text(result, "id", info.Id);
            Text(result, "app", info.App);
            Text(result, "fw_version", info.Version);
            Text(result, "fw_id", info.FirmwareId);
            Text(result, "application", info.Application);
            Text(result, "mac", info.Mac);
            Text(result, "arch", info.Architecture);
            Number(result, "uptime", info.Uptime);
            Number(result, "ram_size", info.RamSize);
            Number(result, "ram_free", info.RamFree);
            Number(result, "ram_min_free", info.RamMinFree);
            Number(result, "fs_size", info.FileSystemSize);
            Number(result, "fs_free", info.FileSystemFree);
            result.Name("wifi");
            result.BeginObject();
            Text(result, "sta_ip", info.StationAddress ?? "");
            Text(result, "ap_ip", info.AccessPointAddress ?? "");
            Text(result, "status", info.StationAddress == null ? "disconnected" : "got ip");
            Text(result, "ssid", info.Ssid ?? "");
            result.EndObject();
            result.EndObject();
        }

        private static void Text(JsonWriter result, string name, string value)
        {
            result.Name(name);
            result.Text(value);
        }

        private static void Number(JsonWriter result, string name, long value)
        {
            result.Name(name);
            if (value < 0)
            {
                result.Null();
                return;
            }

            result.Number(value);
        }
    }
}
