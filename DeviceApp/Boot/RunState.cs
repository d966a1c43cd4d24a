using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>The normal state: the application runs, the session stands. Left only when the broker is lost, or a key asks for another network.</summary>
    public sealed class RunState : IBootState
    {
        private const int LookMs = 250;
        private const int StableMs = 30000;

        /// <inheritdoc/>
        public string Name
        {
            get { return "run"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            if (!device.ApplicationStarted)
            {
                device.Application.Start();
                device.ApplicationStarted = true;
                device.Console.WriteLine("run", "started " + device.Application.Description);
                device.Updates?.Start();
            }

            device.Console.WriteLine("run", "ready");
            device.Provisioning?.NoteTime(device);
            var began = device.Clock.Milliseconds;
            while (!device.Session.WaitForEnd(LookMs))
            {
                Pause.Look(device);
                if (device.Keys.Pressed)
                {
                    device.Session.End();
                    return new WifiEntryState();
                }

                // Only a session that lasts ends the growing of pauses: a broker that lets the device in and throws it
                // out at once would else be asked every second.
                if (device.Clock.Milliseconds - began >= StableMs)
                {
                    device.SessionBackoff.Reset();
                }
            }

            var pause = device.SessionBackoff.Next();
            device.Report("mqtt", "connection lost; again in " + Backoff.InWords(pause));
            Pause.For(device, pause);
            return new MqttState();
        }
    }
}
