using System;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Commands;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// The device's own network: serves the page, and takes the network on the console as well. Left by a reboot: to try what was
    /// entered, or back to the stored network when nobody has come for ten minutes.
    /// </summary>
    public sealed class AccessPointState : IBootState
    {
        private const int LookMs = 100;
        private const int TypingLimitMs = 30000;
        private const int AloneLimitMs = 600000;
        private const int LastAnswerMs = 1500;

        private readonly AccessPointMode _mode;

        /// <summary>Leaves it through <paramref name="mode"/>.</summary>
        public AccessPointState(AccessPointMode mode)
        {
            _mode = mode;
        }

        /// <inheritdoc/>
        public string Name
        {
            get { return "access-point"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var mode = _mode;
            var secrets = mode.Secrets(device.Random);
            if (!mode.Radio.Is(AccessPointMode.Ssid(device.Settings.DeviceId), secrets.Password) && mode.Enter(device, "another name or password"))
            {
                return this;
            }

            Introduce(device, secrets);
            var memory = mode.Store.Memory;
            var handler = new ProvisioningHandler(
                secrets, new GuessLimit(device.Clock), device.Settings, mode.Clock, mode.Window, device.Console, memory.LastProblem);
            mode.Addresses.Start();
            mode.Page.Start(handler);
            try
            {
                var trial = Wait(device, handler);
                mode.Leave(device, trial);
            }
            finally
            {
                mode.Page.Stop();
                mode.Addresses.Stop();
            }

            return new SettingsState();
        }

        private void Introduce(Device device, Presence secrets)
        {
            var radio = _mode.Radio;
            device.Console.Tell("wifi", "WiFi AP: SSID " + radio.Ssid + ", channel " + radio.Channel.ToString());
            device.Console.Tell("wifi", "WiFi AP IP: " + OwnNetwork.Address + "/" + OwnNetwork.Mask + " gw " + OwnNetwork.Address);
            device.Console.Tell("ap", "password " + secrets.Password + ", setup code " + secrets.Code);
            if (_mode.Store.Memory.LastProblem.Length > 0)
            {
                device.Console.Tell("ap", "the last values were not kept: " + _mode.Store.Memory.LastProblem);
            }
        }

        // What is to be tried; null where nobody has come.
        private Trial Wait(Device device, ProvisioningHandler handler)
        {
            var line = device.Line ??= new HiddenLine(device.Console);
            var alone = new Deadline(device.Clock, AloneLimitMs);
            device.Console.Tell("ap", "join this network and open https://" + OwnNetwork.Address + "/, or " + WifiEntryState.Prompt);
            while (handler.Trial == null)
            {
                var typed = device.ConsoleBroken ? null : Typed(device, line);
                if (typed != null)
                {
                    return new Trial(typed, "", 0);
                }

                if (_mode.Radio.Stations > 0 || device.Wifi.Load() == null)
                {
                    alone = new Deadline(device.Clock, AloneLimitMs);
                }
                else if (alone.Passed)
                {
                    device.Console.Tell("ap", "nobody came for " + (AloneLimitMs / 60000).ToString() + " min");
                    return null;
                }

                device.Clock.Sleep(LookMs);
            }

            // The page that says so must get through before the network goes.
            device.Clock.Sleep(LastAnswerMs);
            return handler.Trial;
        }

        private static WifiCredentials Typed(Device device, HiddenLine line)
        {
            try
            {
                if (!device.Console.HasTyped)
                {
                    return null;
                }

                var text = line.Read(TypingLimitMs);
                if (text == null || text.Length == 0 || CommandTable.Run(text, device))
                {
                    return null;
                }

                var entry = WifiEntry.Parse(text);
                if (entry.Problem != null)
                {
                    device.Console.Tell("wifi", "not accepted: " + entry.Problem);
                }

                return entry.Credentials;
            }
            catch (Exception e)
            {
                device.ConsoleBroken = true;
                device.Console.Tell("console", "not read any more: " + e.GetType().Name + ", " + e.Message);
                return null;
            }
        }
    }
}
