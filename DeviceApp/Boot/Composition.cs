using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Provisioning;
using SecureEsp.DeviceApp.Rpc;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;
using SecureEsp.DeviceApp.Update;
using SecureEsp.DeviceApp.Web;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>The composition root: puts the real parts together.</summary>
    public sealed class Composition : IServices
    {
        private const int FirstPauseMs = 1000;
        private const int LongestPauseMs = 60000;

        /// <summary>The board with its console open.</summary>
        public static Device Device()
        {
            var clock = new BoardClock();
            var recent = new RecentConsole(new SerialConsole("COM1"));
            var console = new LeveledConsole(recent);
            return new Device
            {
                Console = console,
                Recent = recent,
                Keys = new KeyWatch(console),
                Clock = clock,
                Random = new HardwareRandom(),
                SettingsFile = new FlashSettingsFile(),
                Store = new SettingsStore(new FlashRecordFile("I:\\settings-a.bin"), new FlashRecordFile("I:\\settings-b.bin")),
                Wifi = new BoardWifi(clock),
                Power = new BoardPower(),
                TimeSource = new SntpTimeSource(),
                Provisioning = ProvisioningComposition.Create(clock, console),
                Services = new Composition()
            };
        }

        /// <inheritdoc/>
        public void AddTo(Device device)
        {
            var settings = device.Settings;
            var identity = new DeviceIdentity(settings);
            var trust = new ServerTrust(settings);
            device.Probe = new HttpClientProbe(trust, settings.Tls13);
            device.Https = new HttpsClient(
                new TlsConnector(device.Clock, identity, trust, settings.Tls13), device.Clock, settings.HttpsHost, settings.HttpsPort, Firmware.UserAgent);
            device.Session = new BrokerSession(
                new M2MqttLink(settings, identity, trust, device.Clock), device.Console, new Topics(settings.DeviceId), Firmware.Version);
            device.SessionBackoff = new Backoff(FirstPauseMs, LongestPauseMs, device.Random);
            device.TlsClient = new TlsClientRole(device.Console, identity, settings.Tls13);
            device.TlsServer = new TlsServerRole(device.Console, device.Clock, identity, settings.Tls13);
            device.Application = new BlinkHost(settings.BlinkPin);
            UpdateComposition.AddTo(device, identity, trust);
            WebComposition.AddTo(device, RpcComposition.AddTo(device));
            ProvisioningComposition.AddTo(device);
        }
    }
}
