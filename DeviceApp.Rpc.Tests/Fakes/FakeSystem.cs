using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    public sealed class FakeSystem : IRpcSystem, IRpcWifi, IRpcLog
    {
        /// <summary>After how many milliseconds it restarts; -1 for never.</summary>
        public int RebootMs = -1;

        public string Called = "";

        public DeviceSummary Read()
        {
            return new DeviceSummary
            {
                Id = "dev-1", App = "SecureEsp", Version = "1.2.3", FirmwareId = "x", Application = "Blink", Mac = "A0B1C2D3E4F5", Architecture = "ESP32_S3",
                Uptime = 7, RamSize = 8000000, RamFree = 100, RamMinFree = 50, StationAddress = "10.0.0.2", Ssid = "net"
            };
        }

        public void Reboot(int delayMs)
        {
            RebootMs = delayMs;
        }

        public RpcNetwork[] Scan()
        {
            return new[] { new RpcNetwork { Ssid = "a \"net\"", Bssid = "00:11:22:33:44:55", Rssi = -40 } };
        }

        void IRpcLog.Called(string method, string channel, RpcException error)
        {
            Called += method + " " + (error == null ? "ok" : error.Code.ToString()) + "\n";
        }
    }
}
