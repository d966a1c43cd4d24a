using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>Waits until the clock is set. There is no way around it: nothing that uses TLS comes before.</summary>
    public sealed class TimeState : IBootState
    {
        private const string Format = "yyyy-MM-dd HH:mm:ss";
        private const int AnswerLimitMs = 15000;
        private const int PollMs = 100;
        private const int FirstPauseMs = 2000;
        private const int LongestPauseMs = 300000;

        /// <inheritdoc/>
        public string Name
        {
            get { return "time"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var clock = device.Clock;
            var backoff = new Backoff(FirstPauseMs, LongestPauseMs, device.Random);
            if (!ClockRule.IsSet(clock.UtcNow))
            {
                device.Console.WriteLine("time", "the clock reads " + clock.UtcNow.ToString(Format) + ": TLS is refused until it is set");
            }

            while (!Wait(device))
            {
                if (device.Keys.Pressed)
                {
                    return new WifiEntryState();
                }

                var pause = backoff.Next();
                device.Console.Tell(
                    "time", "no time from " + device.Settings.TimeServer + ": TLS is refused; again in " + Backoff.InWords(pause));
                Pause.For(device, pause);
            }

            device.Console.WriteLine("time", "clock set: " + clock.UtcNow.ToString(Format) + " UTC");
            device.Web?.Start();
            return device.Settings.HttpsProbe ? (IBootState)new ProbeState() : new HttpsState();
        }

        // The firmware's SNTP client sets the clock without telling: only looking at the clock shows it.
        private static bool Wait(Device device)
        {
            if (ClockRule.IsSet(device.Clock.UtcNow))
            {
                return true;
            }

            device.TimeSource.Ask(device.Settings.TimeServer);
            var deadline = new Deadline(device.Clock, AnswerLimitMs);
            while (!ClockRule.IsSet(device.Clock.UtcNow))
            {
                if (deadline.Passed || device.Keys.Pressed)
                {
                    return false;
                }

                device.Clock.Sleep(PollMs);
            }

            return true;
        }
    }
}
