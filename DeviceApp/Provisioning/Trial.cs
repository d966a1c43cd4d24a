using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Values that someone has entered and that have not worked yet.</summary>
    public sealed class Trial
    {
        /// <summary>How many boots may begin it: one that never gets to its end must not be begun for ever.</summary>
        public const int MostStarts = 3;

        /// <summary>Begins with nothing tried.</summary>
        /// <param name="credentials">The network.</param>
        /// <param name="settings">Lines <c>key=value</c> of settings that are to change; empty for none.</param>
        /// <param name="starts">Boots that have begun it.</param>
        public Trial(WifiCredentials credentials, string settings, int starts)
        {
            Credentials = credentials;
            Settings = settings;
            Starts = starts;
        }

        /// <summary>The network.</summary>
        public WifiCredentials Credentials { get; }

        /// <summary>Settings that are to change, one <c>key=value</c> a line.</summary>
        public string Settings { get; }

        /// <summary>Boots that have begun it.</summary>
        public int Starts { get; }

        /// <summary>Whether the HTTPS endpoint is to change.</summary>
        public bool ChangesEndpoint
        {
            get { return Changes("https."); }
        }

        /// <summary>Whether the broker is to change.</summary>
        public bool ChangesBroker
        {
            get { return Changes("mqtt."); }
        }

        /// <summary>The same, begun once more.</summary>
        public Trial Begun()
        {
            return new Trial(Credentials, Settings, Starts + 1);
        }

        /// <summary>Puts its settings over others.</summary>
        public void ApplyTo(DeviceSettings settings)
        {
            // What does not fit was refused when it was entered.
            new SettingsParser().Apply(Settings, settings);
        }

        private bool Changes(string keys)
        {
            return ("\n" + Settings).IndexOf("\n" + keys) >= 0;
        }
    }
}
