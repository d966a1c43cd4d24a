namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Wifi.Scan.</summary>
    public sealed class WifiMethods
    {
        private const int MaxNetworks = 32;

        private readonly IRpcWifi _wifi;

        /// <summary>Over this radio.</summary>
        public WifiMethods(IRpcWifi wifi)
        {
            _wifi = wifi;
        }

        /// <summary>Adds it.</summary>
        public void AddTo(RpcServer server)
        {
            server.AddReading("Wifi.Scan", "", Scan);
        }

        private void Scan(RpcCall call)
        {
            var networks = _wifi.Scan();
            call.Result.BeginArray();
            for (var i = 0; i < networks.Length && i < MaxNetworks; i++)
            {
                call.Result.BeginObject();
                call.Result.Text("ssid", networks[i].Ssid);
                call.Result.Text("bssid", networks[i].Bssid);
                call.Result.Number("rssi", networks[i].Rssi);
                call.Result.EndObject();
            }

            call.Result.EndArray();
        }
    }
}
