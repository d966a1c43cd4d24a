using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Tells on the console, and on the log topic as soon as there is a session.</summary>
    public sealed class SessionUpdateLog : IUpdateLog
    {
        private readonly Device _device;

        /// <summary>Of this device.</summary>
        public SessionUpdateLog(Device device)
        {
            _device = device;
        }

        /// <inheritdoc/>
        public void Info(string text)
        {
            _device.Console.WriteLine("update", text);
            _device.Session.Log(text);
        }

        /// <inheritdoc/>
        public void Success(string text)
        {
            Info("[SUCCESS] " + text);
        }

        /// <inheritdoc/>
        public void Error(string text)
        {
            Info("[ERROR] " + text);
        }
    }
}
