using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>Hosts the Blink application, which is built in.</summary>
    public sealed class BlinkHost : IHostedApplication
    {
        private const string SettingsPath = "I:\\application.txt";

        private readonly int _pin;
        private readonly Blink.Application _application;

        /// <summary>Blinks at a GPIO.</summary>
        public BlinkHost(int pin)
        {
            _pin = pin;
            _application = new Blink.Application(pin);
        }

        /// <summary>What hosted applications are told, built in or not: they have a file of their own.</summary>
        public static KeyValueFile Settings()
        {
            return new KeyValueFile(new FlashRecordFile(SettingsPath));
        }

        /// <inheritdoc/>
        public string Description
        {
            get { return "Blink on GPIO " + _pin.ToString(); }
        }

        /// <inheritdoc/>
        public void Start()
        {
            var settings = Settings();
            for (var i = 0; i < settings.Count; i++)
            {
                _application.Configure(settings.Key(i), settings.Value(i));
            }

            _application.Start();
        }
    }
}
