using System;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// Tries what was entered in the access point's mode: the network always, endpoint and broker where they are to change. What works is
    /// kept; what does not, three times, is given up, and the access point opened again to tell why. Until then nothing stored was changed.
    /// </summary>
    public sealed class TrialState : IBootState
    {
        private const int Attempts = 3;
        private const int FirstPauseMs = 1000;
        private const int LongestPauseMs = 10000;
        private const int TimeLimitMs = 15000;
        private const int PollMs = 100;

        private readonly AccessPointMode _mode;

        /// <summary>Goes back to the page through <paramref name="mode"/>.</summary>
        public TrialState(AccessPointMode mode)
        {
            _mode = mode;
        }

        /// <inheritdoc/>
        public string Name
        {
            get { return "trial"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var store = _mode.Store;
            var trial = store.Memory.Trial;
            var problem = trial.Starts >= Trial.MostStarts ? "the device rebooted " + Trial.MostStarts.ToString() + " times while it tried them" : null;
            if (problem == null)
            {
                store.Memory.Trial = trial.Begun();
                store.Save();
                problem = TryAll(device, trial);
            }

            if (problem == null)
            {
                Keep(device, trial);
                return new TimeState();
            }

            store.Memory.Trial = null;
            store.Memory.LastProblem = problem;
            store.Save();
            device.Console.Tell("trial", "given up: " + problem);
            _mode.Enter(device, "the values do not work");
            return new SettingsState();
        }

        private static string TryAll(Device device, Trial trial)
        {
            var backoff = new Backoff(FirstPauseMs, LongestPauseMs, device.Random);
            while (true)
            {
                var problem = TryOnce(device, trial);
                if (problem == null || backoff.Attempts == Attempts - 1)
                {
                    return problem;
                }

                var pause = backoff.Next();
                device.Console.Tell("trial", problem + "; again in " + Backoff.InWords(pause));
                device.Clock.Sleep(pause);
            }
        }

        // What does not work; null for nothing.
        private static string TryOnce(Device device, Trial trial)
        {
            var ssid = trial.Credentials.Ssid;
            device.Console.Tell("trial", "joining " + ssid);
            var outcome = device.Wifi.Join(trial.Credentials);
            if (outcome != WifiOutcome.Joined)
            {
                return WifiOutcomeWords.Of(outcome, ssid);
            }

            if (!HasTime(device))
            {
                return "no time from " + device.Settings.TimeServer + ", and none was entered";
            }

            try
            {
                if (trial.ChangesEndpoint)
                {
                    device.Console.Tell("trial", "asking " + device.Settings.HttpsUrl);
                    device.Probe.Ask(device.Settings.HttpsUrl);
                }

                if (trial.ChangesBroker)
                {
                    device.Console.Tell("trial", "connecting to " + device.Settings.MqttHost + ":" + device.Settings.MqttPort.ToString());
                    device.Session.Start();
                    device.Session.End();
                }

                return null;
            }
            catch (LinkException e)
            {
                return e.Failure.ToString();
            }
        }

        private static bool HasTime(Device device)
        {
            var deadline = new Deadline(device.Clock, TimeLimitMs);
            if (!ClockRule.IsSet(device.Clock.UtcNow))
            {
                device.TimeSource.Ask(device.Settings.TimeServer);
            }

            while (!ClockRule.IsSet(device.Clock.UtcNow))
            {
                if (deadline.Passed)
                {
                    return false;
                }

                device.Clock.Sleep(PollMs);
            }

            return true;
        }

        // In an order in which a power cut leaves the trial to be repeated, until all of it is kept.
        private void Keep(Device device, Trial trial)
        {
            if (trial.Settings.Length > 0)
            {
                device.Store.Save(device.Settings);
                device.SettingsFile.Remove();
            }

            device.Wifi.Save(trial.Credentials);
            var store = _mode.Store;
            store.Memory.Trial = null;
            store.Memory.LastProblem = "";
            store.Save();
            device.Console.Tell("trial", "kept: joined " + trial.Credentials.Ssid + ", address " + device.Wifi.Address);
        }
    }
}
