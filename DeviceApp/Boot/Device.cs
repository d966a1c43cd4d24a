using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Mqtt;
using SecureEsp.DeviceApp.Rpc;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Update;
using SecureEsp.DeviceApp.Tls;
using SecureEsp.DeviceApp.Web;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>What the boot states work with: the board's seams, and what one state leaves for the next.</summary>
    public sealed class Device
    {
        /// <summary>The serial console.</summary>
        public LeveledConsole Console;

        /// <summary>What was written on it last.</summary>
        public RecentConsole Recent;

        /// <summary>The clock.</summary>
        public IClock Clock;

        /// <summary>Random numbers.</summary>
        public IRandom Random;

        /// <summary>The settings file.</summary>
        public ISettingsFile SettingsFile;

        /// <summary>The settings as they are stored.</summary>
        public SettingsStore Store;

        /// <summary>The board's own state.</summary>
        public IPower Power;

        /// <summary>The radio.</summary>
        public IWifi Wifi;

        /// <summary>Sets the clock.</summary>
        public ITimeSource TimeSource;

        /// <summary>The way to a network without the console; null on a board without an access point.</summary>
        public IProvisioning Provisioning;

        /// <summary>Makes the parts below, once the settings are known.</summary>
        public IServices Services;

        /// <summary>The settings; defaults until the settings state has read them.</summary>
        public DeviceSettings Settings = new DeviceSettings();

        /// <summary>Reads the console. One for the whole boot: it knows whether a line feed still belongs to the last Enter.</summary>
        public HiddenLine Line;

        /// <summary>Whether a key asked for another network soon after boot.</summary>
        public KeyWatch Keys;

        /// <summary>Whether the console was spoken of.</summary>
        public bool ConsoleTold;

        /// <summary>Whether reading the console has failed: nobody waits for it any more.</summary>
        public bool ConsoleBroken;

        /// <summary>Credentials that were typed and have not joined a network yet; else null.</summary>
        public WifiCredentials TypedCredentials;

        /// <summary>Confirms the server.</summary>
        public IServerProbe Probe;

        /// <summary>Requests with the device certificate.</summary>
        public HttpsClient Https;

        /// <summary>The broker session.</summary>
        public BrokerSession Session;

        /// <summary>Pauses between attempts to reach the broker.</summary>
        public Backoff SessionBackoff;

        /// <summary>The client role of the mutual-TLS demonstration.</summary>
        public ITlsClient TlsClient;

        /// <summary>Its server role.</summary>
        public ITlsServer TlsServer;

        /// <summary>This device's own HTTPS server; it runs from the time on that the clock is set, and says why where it does not.</summary>
        public IWebServer Web;

        /// <summary>The hosted application.</summary>
        public IHostedApplication Application;

        /// <summary>Looks for updates once the application runs; null where the device takes none.</summary>
        public UpdateAgent Updates;

        /// <summary>Answers remote calls.</summary>
        public RpcServer Rpc;

        /// <summary>Whether the hosted application was started.</summary>
        public bool ApplicationStarted;

        /// <summary>Tells a failure on the console, and on the log topic as soon as there is a session.</summary>
        public void Report(string stage, string text)
        {
            Console.Tell(stage, text);
            Session.Log(stage + " " + text);
        }
    }
}
