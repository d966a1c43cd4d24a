using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Threading;
using nanoFramework.Networking;

namespace Network
{
    internal static class WifiScenarios
    {
        private static readonly ManualResetEvent s_scanned = new ManualResetEvent(false);

        public static void Join(string ssid, string password)
        {
            var limit = new CancellationTokenSource(1500);
            bool joined = WifiNetworkHelper.ConnectDhcp(ssid, password == "null" ? null : password, requiresDateTime: true, token: limit.Token);
            Program.Say("joined " + joined.ToString() + " status " + ((int)WifiNetworkHelper.Status).ToString());
            Program.Say("address " + NetworkInterface.GetAllNetworkInterfaces()[0].IPv4Address);
            Program.Say("year " + DateTime.UtcNow.Year.ToString() + " sntp " + Sntp.IsStarted.ToString() + " " + Sntp.Server1);
        }

        public static void Adapter(string ssid, string password)
        {
            WifiAdapter adapter = WifiAdapter.FindAllAdapters()[0];
            Program.Say("status " + ((int)adapter.Connect(ssid, WifiReconnectionKind.Manual, password).ConnectionStatus).ToString());
        }

        public static void Scan()
        {
            WifiAdapter adapter = WifiAdapter.FindAllAdapters()[0];
            adapter.AvailableNetworksChanged += OnScanned;
            adapter.ScanAsync();
            s_scanned.WaitOne(5000, false);
            foreach (WifiAvailableNetwork network in adapter.NetworkReport.AvailableNetworks)
            {
                Program.Say(network.Ssid + " " + network.Bsid + " bars " + network.SignalBars.ToString());
            }
        }

        public static void Watch()
        {
            NetworkChange.NetworkAvailabilityChanged += OnAvailability;
            NetworkChange.NetworkAddressChanged += OnAddress;
            Program.Say("watching");
            Thread.Sleep(Timeout.Infinite);
        }

        public static void WaitForAddress()
        {
            while (NetworkInterface.GetAllNetworkInterfaces()[0].IPv4Address[0] == '0')
            {
                Thread.Sleep(5);
            }
        }

        private static void OnScanned(WifiAdapter sender, object e) => s_scanned.Set();

        private static void OnAvailability(object sender, NetworkAvailabilityEventArgs e) => Program.Say("available " + e.IsAvailable.ToString());

        private static void OnAddress(object sender, EventArgs e) =>
            Program.Say("address on " + sender.ToString() + " " + NetworkInterface.GetAllNetworkInterfaces()[0].IPv4Address);
    }
}
