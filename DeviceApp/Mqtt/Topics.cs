using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>The topics of one device.</summary>
    public sealed class Topics
    {
        /// <summary>Topics with <paramref name="deviceId"/> in them.</summary>
        public Topics(string deviceId)
        {
            Status = "esp/" + deviceId + "/status";
            Ping = "esp/" + deviceId + "/ping";
            Pong = "esp/" + deviceId + "/pong";
            Calls = RpcTopics.Request(deviceId);
            DeviceLog = "esp/" + deviceId + "/log";
        }

        /// <summary>Where all devices log, as secure_esp does.</summary>
        public string Log
        {
            get { return "/esp/log"; }
        }

        /// <summary>Where remote calls come, and what their answers' topics begin with.</summary>
        public string Calls { get; }

        /// <summary>Where this device alone logs: a broker lets no other write there, so these lines are known to be its own.</summary>
        public string DeviceLog { get; }

        /// <summary><c>online</c> or <c>offline</c>, retained; the broker sets the latter when the device is gone.</summary>
        public string Status { get; }

        /// <summary>What arrives here is sent back on <see cref="Pong"/>.</summary>
        public string Ping { get; }

        /// <summary>The answers to <see cref="Ping"/>.</summary>
        public string Pong { get; }
    }
}
