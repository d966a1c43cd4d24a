using System;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>A device of which every part is a fake.</summary>
    public sealed class FakeBoard : ISettingsFile, ITimeSource, IServices, IServerProbe, IHostedApplication, IPower, ITlsClient, ITlsServer
    {
        public readonly FakeConsole Console = new FakeConsole();
        public readonly FakeClock Clock = new FakeClock();
        public readonly FakeWifi Wifi = new FakeWifi();
        public readonly FakeLink Link = new FakeLink();
        public readonly FakeConnector Connector = new FakeConnector();
        public readonly FakeRecordFile RecordA = new FakeRecordFile("I:\\a");
        public readonly FakeRecordFile RecordB = new FakeRecordFile("I:\\b");
        public readonly Device Device;

        public string SettingsText;
        public bool SettingsBroken;
        public int ProbeStatus = 401;
        public string AskedTimeServer;
        public int Starts;
        public int Reboots;
        public string Tls = "";

        public FakeBoard()
        {
            Device = new Device
            {
                Console = new LeveledConsole(Console),
                Keys = new KeyWatch(Console),
                Clock = Clock,
                Random = new FakeRandom(false),
                SettingsFile = this,
                Store = new SettingsStore(RecordA, RecordB),
                Wifi = Wifi,
                Power = this,
                TimeSource = this,
                Services = this
            };
            AddTo(Device);
        }

        public uint FreeHeap
        {
            get { return 123456; }
        }

        public string Path
        {
            get { return "I:\\settings.txt"; }
        }

        public string Description
        {
            get { return "nothing"; }
        }

        public string Read()
        {
            if (SettingsBroken)
            {
                throw new Exception("flash error");
            }

            return SettingsText;
        }

        public void Remove()
        {
            SettingsText = null;
        }

        void ITimeSource.Ask(string server)
        {
            AskedTimeServer = server;
        }

        int IServerProbe.Ask(string url)
        {
            if (ProbeStatus == 0)
            {
                throw new LinkException(TlsWords.OfCryptographicError(0x8));
            }

            return ProbeStatus;
        }

        void ITlsClient.Run(string host, int port)
        {
            Tls += "client " + host + " " + port.ToString() + "\n";
        }

        void ITlsServer.Run(int port, int count)
        {
            Tls += "server " + port.ToString() + " " + count.ToString() + "\n";
        }

        public void Reboot()
        {
            Reboots++;
        }

        public void Start()
        {
            Starts++;
        }

        public void AddTo(Device device)
        {
            device.Probe = this;
            device.Https = new HttpsClient(Connector, Clock, device.Settings.HttpsHost, device.Settings.HttpsPort, "t");
            device.Session = new BrokerSession(Link, Console, new Topics(device.Settings.DeviceId), "1");
            device.SessionBackoff = new Backoff(1000, 60000, device.Random);
            device.TlsClient = this;
            device.TlsServer = this;
            device.Application = this;
        }
    }
}
