using System.Net.NetworkInformation;
using nanoFramework.Hardware.Esp32;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>What this board tells of itself.</summary>
    public sealed class DeviceSystem : IRpcSystem
    {
        private readonly Device _device;
        private readonly DelayedReboot _reboot;
        private uint _leastFree = uint.MaxValue;

        /// <summary>Of this device.</summary>
        public DeviceSystem(Device device)
        {
            _device = device;
            _reboot = new DelayedReboot(device);
        }

        /// <inheritdoc/>
        public DeviceSummary Read()
        {
            var free = _device.Power.FreeHeap;
            _leastFree = free < _leastFree ? free : _leastFree;
            uint ram, ramFree, largest;
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.All, out ram, out ramFree, out largest);
            var networks = NetworkInterface.GetAllNetworkInterfaces();
            var station = Of(NetworkInterfaceType.Wireless80211, networks);
            var stored = _device.Wifi.Address == null ? null : _device.Wifi.Load();
            return new DeviceSummary
            {
                Id = _device.Settings.DeviceId,
                App = Firmware.Name,
                Version = Firmware.Version,
                FirmwareId = Firmware.UserAgent + " on nanoFramework " + Runtime(),
                Application = _device.Application.Description,
                Mac = station == null ? null : Hex(station.PhysicalAddress),
                Architecture = FactsSource.Target,
                Uptime = _device.Clock.Milliseconds / 1000,
                RamSize = ram,
                RamFree = free,
                RamMinFree = _leastFree,
                StationAddress = _device.Wifi.Address,
                AccessPointAddress = Address(Of(NetworkInterfaceType.WirelessAP, networks)),
                Ssid = stored?.Ssid
            };
        }

        /// <inheritdoc/>
        public void Reboot(int delayMs)
        {
            _reboot.In(delayMs);
        }

        private static string Runtime()
        {
            return nanoFramework.Runtime.Native.SystemInfo.Version.ToString();
        }

        private static NetworkInterface Of(NetworkInterfaceType type, NetworkInterface[] all)
        {
            for (var i = 0; i < all.Length; i++)
            {
                if (all[i].NetworkInterfaceType == type)
                {
                    return all[i];
                }
            }

            return null;
        }

        private static string Address(NetworkInterface network)
        {
            var address = network == null ? null : network.IPv4Address;
            return string.IsNullOrEmpty(address) || address[0] == '0' ? null : address;
        }

        private static string Hex(byte[] bytes)
        {
            var text = "";
            for (var i = 0; i < bytes.Length; i++)
            {
                text += bytes[i].ToString("X2");
            }

            return text;
        }
    }
}
