namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>Hosts the Blink application, which is built in.</summary>
    public sealed class BlinkHost : IHostedApplication
    {
        private readonly int _pin;
        private readonly Blink.Application _application;

        /// <summary>Blinks at a GPIO.</summary>
        public BlinkHost(int pin)
        {
            _pin = pin;
            _application = new Blink.Application(pin);
        }

        /// <inheritdoc/>
        public string Description
        {
            get { return "Blink on GPIO " + _pin.ToString(); }
        }

        /// <inheritdoc/>
        public void Start()
        {
            _application.Start();
        }
    }
}
